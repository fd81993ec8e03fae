import { childrenOf, fieldOf, textOf } from '../../bodies/xmlFields';
import { readNumber } from './readNumber';

/** What a file of tests counts. */
export interface Tests {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
  /** Seconds; undefined where nothing says how long it took. */
  time?: number;
}

const notRun = /^(notrun|skipped|disabled|ignored)$/i;

/**
 * Counts the tests of a suite and of all suites inside it. Cases are counted
 * one by one, because an outer suite counts its inner ones in some runners and
 * not in others. Only the innermost suites are believed where they count more
 * than they list: some list failures alone, or fail before their first case.
 */
export function countTests(root: unknown): Tests {
  const sum: Tests = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  const left = [root];
  while (left.length > 0) {
    const suite = left.pop();
    const inside = childrenOf(suite, 'testsuite');
    for (const each of inside) left.push(each);
    const own = countCases(childrenOf(suite, 'testcase'));
    const counted = inside.length > 0 ? own : believe(suite, own);
    sum.tests += counted.tests;
    sum.failures += counted.failures;
    sum.errors += counted.errors;
    sum.skipped += counted.skipped;
    sum.time = add(sum.time, counted.time);
  }
  return { ...sum, time: numberOf(root, '@time') ?? sum.time };
}

function countCases(cases: readonly unknown[]): Tests {
  const counts: Tests = {
    tests: cases.length,
    failures: 0,
    errors: 0,
    skipped: 0,
  };
  for (const each of cases) {
    const has = (name: string) => fieldOf(each, name) !== undefined;
    if (has('error')) counts.errors += 1;
    else if (has('failure')) counts.failures += 1;
    else if (has('skipped') || notRun.test(textOf(each, '@status') ?? '')) {
      counts.skipped += 1;
    }
    counts.time = add(counts.time, numberOf(each, '@time'));
  }
  return counts;
}

function believe(suite: unknown, own: Tests): Tests {
  const most = (said: string, counted: number) =>
    Math.max(numberOf(suite, said) ?? 0, counted);
  return {
    tests: most('@tests', own.tests),
    failures: most('@failures', own.failures),
    errors: most('@errors', own.errors),
    skipped: most('@skipped', most('@disabled', own.skipped)),
    time: numberOf(suite, '@time') ?? own.time,
  };
}

function numberOf(element: unknown, name: string): number | undefined {
  return readNumber(textOf(element, name) ?? '');
}

function add(sum: number | undefined, more: number | undefined) {
  return more === undefined ? sum : (sum ?? 0) + more;
}
