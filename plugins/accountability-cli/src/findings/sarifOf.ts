import { createHash } from 'node:crypto';
import { Finding } from './Finding';

const information =
  'https://github.com/accountability-io/backstage/tree/main/plugins/accountability-cli';

/** What a SARIF report is made of. */
export interface SarifInput {
  findings: readonly Finding[];
  /** File of findings that have no place of their own. */
  file?: string;
  /** Why there is no result. */
  trouble?: string;
}

/** Findings as a SARIF 2.1.0 log of one run, one result each. */
export function sarifOf({ findings, file, trouble }: SarifInput): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Accountability',
            informationUri: information,
            rules: ids.map(id => ruleOf(id, findings)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(trouble)],
        results: findings.map(finding =>
          resultOf(finding, ids.indexOf(finding.rule), file),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function invocationOf(trouble: string | undefined): object {
  if (trouble === undefined) return { executionSuccessful: true };
  return {
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: 'error', message: { text: trouble } },
    ],
  };
}

function ruleOf(id: string, findings: readonly Finding[]): object {
  const found = findings.filter(({ rule }) => rule === id);
  const [{ title, level }] = found;
  const help = found.find(each => each.help)?.help;
  return {
    id,
    shortDescription: { text: title },
    defaultConfiguration: { level },
    ...(help && { help: { text: help } }),
  };
}

function resultOf(
  finding: Finding,
  ruleIndex: number,
  file: string | undefined,
): object {
  const { rule, level, message, help, of, excused } = finding;
  const location = locationOf(finding, file);
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: [message, help].filter(Boolean).join('\n') },
    ...(location && { locations: [location] }),
    ...(of !== undefined && {
      // Without a line of its own, what it is of tells it from others.
      partialFingerprints: { primaryLocationLineHash: digest(`${rule} ${of}`) },
    }),
    ...(excused !== undefined && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: excused },
      ],
    }),
  };
}

function locationOf(
  { place, of }: Finding,
  file: string | undefined,
): object | undefined {
  const at = place ?? (file ? { file, line: 1, column: 1 } : undefined);
  if (!at && of === undefined) return undefined;
  return {
    ...(at && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(at.file) },
        region: { startLine: at.line, startColumn: at.column },
      },
    }),
    ...(of !== undefined && {
      logicalLocations: [{ fullyQualifiedName: of, kind: 'module' }],
    }),
  };
}

/** A relative reference of a path, or the address of an absolute one. */
function uriOf(path: string): string {
  const uri = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? `file://${uri}` : uri;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
