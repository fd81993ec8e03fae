import type { z } from 'zod';
import { didYouMean } from '../didYouMean';
import { Diagnostic } from '../CompiledPolicy';
import { DocumentReader } from './DocumentReader';
import { knownKeys } from './knownKeys';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** Unknown keys of one place that are told. */
const MAX_KEYS = 20;

const plainPath = (path: readonly PropertyKey[]) =>
  path.filter(part => typeof part !== 'symbol');

const quoted = (value: unknown) =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** What stands at the place of an issue. */
interface Given {
  value: unknown;
  missing: boolean;
}

/** What a number or a list is too large or too small for, where the shape says nothing better. */
function sizeFault(issue: Issue): string | undefined {
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) {
    const unit = issue.origin === 'array' ? ' items' : '';
    const long = issue.origin === 'string' ? ' characters' : unit;
    return `has to be at most ${issue.maximum}${long}`;
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    if (issue.origin !== 'number') return 'must not be empty';
    const bound = issue.inclusive ? 'at least' : 'more than';
    return `has to be ${bound} ${issue.minimum}`;
  }
  return undefined;
}

function valueFault(issue: Issue, path: Path, given: Given): string {
  const { value, missing } = given;
  const last = path.at(-1);
  const key = path.findLast(part => typeof part === 'string');
  const field =
    typeof last === 'number'
      ? `item ${last + 1}`
      : `'${String(last ?? 'document')}'`;
  if (missing) return `${field} is missing`;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof value === 'string' ? didYouMean(value, values) : '';
    return `unknown ${String(key)} ${quoted(value)}${
      near || ` (there are: ${values.join(', ')})`
    }`;
  }
  if (issue.code === 'invalid_type') {
    return `${field} has to be of type ${issue.expected}`;
  }
  const size = sizeFault(issue);
  if (size) return `${field} ${size}`;
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
      return issue.keys
        .slice(0, MAX_KEYS)
        .map(key =>
          reader.atKey(
            path,
            key,
            `unknown key '${key}'${
              knownKeys.includes(key)
                ? ' (it has no place here)'
                : didYouMean(key, knownKeys)
            }`,
          ),
        );
    }
    const value: unknown =
      path.length > 0 ? reader.document.getIn(path) : undefined;
    const missing = path.length > 0 && !reader.document.hasIn(path);
    return [reader.atPath(path, valueFault(issue, path, { value, missing }))];
  });
}
