import { Burden } from 'backstage-plugin-accountability-common';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { Importing, ImportRemark, KnownRetriever } from './Importing';
import { readCheck, WrittenCheck } from './readCheck';
import { writeScorecard } from './writeScorecard';

export type { ImportRemark } from './Importing';

/** What the importer may be told. */
export interface ImportOptions {
  /** With their schemas it knows the types of facts, and which of several retrievers tells one. */
  retrievers?: readonly KnownRetriever[];
  /** Name of the scorecard; `tech-insights` where absent. */
  name?: string;
  title?: string;
  /** Burden that every check is written to be of; ownership where absent. */
  burden?: Burden;
}

/** What came of a configuration. */
export interface ImportedChecks {
  /** A scorecard; undefined where no check could be taken over. */
  yaml?: string;
  /** What was left out, in the order of the file. */
  report: ImportRemark[];
}

const place = ['techInsights', 'factChecker', 'checks'];

/**
 * Turns the checks of an app-config with json-rules-engine into a scorecard.
 * What has no equal is reported with its line and column, and everything else
 * is taken over. Never throws.
 */
export function importChecks(
  appConfigYamlText: string,
  options: ImportOptions = {},
): ImportedChecks {
  const lines = new LineCounter();
  const document = parseDocument(appConfigYamlText, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const importing = new Importing(lines, options.retrievers ?? []);
  const { remarks: report } = importing;
  for (const { message, pos } of document.errors) {
    const { line, col: column } = lines.linePos(pos[0]);
    report.push({ line, column, message, costs: 'check' });
  }
  if (report.length > 0) return { report };
  const list = document.getIn(place, true);
  if (!isMap(list)) {
    importing.refuse(list, `there are no checks at ${place.join('.')}`);
    return { report };
  }
  const checks = new Map<string, WrittenCheck>();
  for (const { key, value } of list.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const check = readCheck(name, value, importing);
    if (check && checks.has(check.id)) {
      importing.refuse(key, `another check is named ${check.id}`, name);
    } else if (check) checks.set(check.id, check);
  }
  report.sort((a, b) => a.line - b.line || a.column - b.column);
  if (checks.size === 0) return { report };
  const { name = 'tech-insights', title = 'Tech Insights' } = options;
  const { burden = 'ownership' } = options;
  const head = { name, title, burden };
  return { yaml: writeScorecard([...checks.values()], head), report };
}
