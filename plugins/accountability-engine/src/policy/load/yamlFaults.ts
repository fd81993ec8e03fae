import { Diagnostic } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';
import { duplicateKeys } from './duplicateKeys';

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

/** Faults of YAML itself: those that cost the whole document, and those that cost one rule. */
export interface YamlFaults {
  document: Diagnostic[];
  /** By index in the list of rules. */
  rules: Map<number, Diagnostic[]>;
}

function ruleAt(
  offset: number,
  reader: DocumentReader,
  list: string,
): number | undefined {
  const rules = reader.document.getIn(['spec', list]);
  const count = Object(rules).items?.length ?? 0;
  for (let index = 0; index < count; index++) {
    const [start, end] = reader.rangeOf(['spec', list, index]) ?? [0, 0];
    if (offset >= start && offset < end) return index;
  }
  return undefined;
}

/** Faults that are told of one document; the others mostly come of these. */
const MAX_FAULTS = 20;

/** As the YAML reader passes it on: with the name of the error or without. */
const STACK_IS_FULL = /^(RangeError|Maximum call stack size exceeded)/;

interface Problem {
  code: string;
  message: string;
  offset: number;
}

function problemsOf({ document }: DocumentReader): Problem[] {
  const told = [...document.errors, ...document.warnings].map(
    ({ code, message, pos }) => ({ code, message, offset: pos[0] }),
  );
  const deep = told.find(({ message }) => STACK_IS_FULL.test(message));
  if (deep) return [{ ...deep, message: 'it is nested too deeply' }];
  const twice = duplicateKeys(document).map(offset => ({
    code: 'DUPLICATE_KEY',
    message: 'map keys must be unique',
    offset,
  }));
  return [...told, ...twice];
}

/** Sorts errors and warnings of the YAML reader: a warning is an error, since it means that something was read as nothing. */
export function sortYamlFaults(
  reader: DocumentReader,
  list: 'checks' | 'rules',
): YamlFaults {
  const faults: YamlFaults = { document: [], rules: new Map() };
  const problems = problemsOf(reader);
  // Beyond what is told, nothing may pass for well.
  const many = problems.length > MAX_FAULTS;
  for (const { code, message, offset } of problems.slice(0, MAX_FAULTS)) {
    const slip = expressionSlips.has(code);
    const said = `${message
      .charAt(0)
      .toLocaleLowerCase('en-US')}${message.slice(1)}`;
    const fault = reader.at(offset, slip ? `${said} (${BLOCK_HINT})` : said);
    const own = !many && (slip || code === 'DUPLICATE_KEY');
    const index = own ? ruleAt(offset, reader, list) : undefined;
    if (index === undefined) faults.document.push(fault);
    else faults.rules.set(index, [...(faults.rules.get(index) ?? []), fault]);
  }
  return faults;
}
