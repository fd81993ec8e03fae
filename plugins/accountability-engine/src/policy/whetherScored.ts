import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { Clause } from 'backstage-plugin-accountability-common';
import { CompiledScorecard } from './CompiledPolicy';
import { PolicyScope } from './PolicyEngine';
import { judgeClauses } from './judgeClauses';

/**
 * Whether a scorecard is for a service: its entity matches and every condition
 * holds. Where a condition is unknown so is this, and the service is not
 * scored: nothing is known that would say it has to meet the standard.
 */
export function whetherScored(
  { match, conditions }: Pick<CompiledScorecard, 'match' | 'conditions'>,
  scope: PolicyScope,
): Clause['outcome'] {
  const { entity } = scope.service;
  if (match !== undefined && !evaluateFilterPredicate(match, entity)) {
    return 'false';
  }
  const outcomes = conditions.map(
    ({ expression }) => judgeClauses(expression.clauses, scope).verdict,
  );
  if (outcomes.includes('false')) return 'false';
  return outcomes.includes('unknown') ? 'unknown' : 'true';
}
