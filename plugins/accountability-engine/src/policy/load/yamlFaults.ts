import { YAMLError } from 'yaml';
import { Diagnostic } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';

const BLOCK_HINT = 'write the expression with |';

/** What an unquoted expression looks like to YAML: the rest of the document is read rightly all the same. */
const expressionSlips = new Set([
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'BAD_ALIAS',
  'BAD_SCALAR_START',
]);

/** Faults of YAML itself: those that cost the whole document, and those that cost one check. */
export interface YamlFaults {
  document: Diagnostic[];
  /** By index in `spec.checks`. */
  checks: Map<number, Diagnostic[]>;
}

function checkAt(offset: number, reader: DocumentReader): number | undefined {
  const checks = reader.document.getIn(['spec', 'checks']);
  const count = Object(checks).items?.length ?? 0;
  for (let index = 0; index < count; index++) {
    const [start, end] = reader.rangeOf(['spec', 'checks', index]) ?? [0, 0];
    if (offset >= start && offset < end) return index;
  }
  return undefined;
}

/** Sorts errors and warnings of the YAML reader: a warning is an error, since it means that something was read as nothing. */
export function sortYamlFaults(reader: DocumentReader): YamlFaults {
  const faults: YamlFaults = { document: [], checks: new Map() };
  const problems: YAMLError[] = [
    ...reader.document.errors,
    ...reader.document.warnings,
  ];
  for (const { code, message, pos } of problems) {
    const slip = expressionSlips.has(code);
    const said = `${message
      .charAt(0)
      .toLocaleLowerCase('en-US')}${message.slice(1)}`;
    const fault = reader.at(pos[0], slip ? `${said} (${BLOCK_HINT})` : said);
    const index =
      slip || code === 'DUPLICATE_KEY' ? checkAt(pos[0], reader) : undefined;
    if (index === undefined) faults.document.push(fault);
    else faults.checks.set(index, [...(faults.checks.get(index) ?? []), fault]);
  }
  return faults;
}
