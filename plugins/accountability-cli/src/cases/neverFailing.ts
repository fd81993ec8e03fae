import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { CaseResult } from './CaseResult';

/** Checks, and rules of gates' own, that no case fails: nobody knows whether they can. */
export function neverFailing(
  policies: Iterable<CompiledPolicy>,
  results: readonly CaseResult[],
): string[] {
  const all = [...policies].flatMap(({ scorecards, gates }) => [
    ...scorecards.flatMap(({ name, checks }) =>
      checks
        .filter(({ mode }) => mode !== 'off')
        .map(({ id }) => `${name}/${id}`),
    ),
    ...gates.flatMap(({ name, rules }) =>
      rules
        .filter(
          ({ scorecard, mode }) => scorecard === undefined && mode !== 'off',
        )
        .map(({ rule }) => `gate/${name}/${rule}`),
    ),
  ]);
  const failing = new Set(results.flatMap(result => result.failing));
  return [...new Set(all)].filter(rule => !failing.has(rule));
}
