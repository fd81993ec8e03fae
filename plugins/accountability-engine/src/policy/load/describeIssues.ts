import type { z } from 'zod';
import { didYouMean } from '../didYouMean';
import { Diagnostic } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';
import { knownKeys } from './scorecardShape';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

const plainPath = (path: readonly PropertyKey[]) =>
  path.filter(part => typeof part !== 'symbol');

const quoted = (value: unknown) =>
  typeof value === 'string' ? `'${value}'` : String(value);

function valueFault(issue: Issue, value: unknown, missing: boolean): string {
  const last = issue.path.at(-1);
  const field =
    typeof last === 'number'
      ? `item ${last + 1}`
      : `'${String(last ?? 'document')}'`;
  if (missing) return `${field} is missing`;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof value === 'string' ? didYouMean(value, values) : '';
    return `unknown ${String(last)} ${quoted(value)}${
      near || ` (there are: ${values.join(', ')})`
    }`;
  }
  if (issue.code === 'invalid_type') {
    return `${field} has to be of type ${issue.expected}`;
  }
  const message =
    issue.message.charAt(0).toLocaleLowerCase('en-US') + issue.message.slice(1);
  return `${field}: ${message}`;
}

/** Turns what the shape refuses into faults at their places. */
export function describeIssues(
  issues: readonly Issue[],
  reader: DocumentReader,
  base: Path = [],
): Diagnostic[] {
  return issues.flatMap(issue => {
    const path = [...base, ...plainPath(issue.path)];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key =>
        reader.atKey(
          path,
          key,
          `unknown key '${key}'${didYouMean(key, knownKeys)}`,
        ),
      );
    }
    const value: unknown =
      path.length > 0 ? reader.document.getIn(path) : undefined;
    const missing = path.length > 0 && !reader.document.hasIn(path);
    return [reader.atPath(path, valueFault(issue, value, missing))];
  });
}
