import { CheckStatus, Clause } from 'backstage-plugin-accountability-common';
import { CompiledCheck } from './CompiledPolicy';
import { CompiledExpression, PolicyScope } from './PolicyEngine';
import { judgeClauses } from './judgeClauses';
import { explainClauses } from './explainClauses';

/** What a check comes to for one service, before modes and exemptions. */
export interface CheckEvaluation {
  status: Extract<CheckStatus, 'pass' | 'fail' | 'unknown' | 'not-applicable'>;
  /** Of the expression; of `when` where that decided. */
  clauses: Clause[];
  /** One sentence that says why. */
  because: string;
}

function whetherItApplies(
  when: CompiledExpression,
  scope: PolicyScope,
): CheckEvaluation | undefined {
  const judged = judgeClauses(when.clauses, scope);
  if (judged.verdict === 'true') return undefined;
  const clauses = judged.clauses.map(({ clause }) => clause);
  const why = explainClauses(judged, scope);
  return judged.verdict === 'false'
    ? { status: 'not-applicable', clauses, because: `Does not apply: ${why}` }
    : {
        status: 'unknown',
        clauses,
        because: `Whether this applies is unknown: ${why}`,
      };
}

const statuses = { true: 'pass', false: 'fail', unknown: 'unknown' } as const;

/** Judges one check. The conditions are joined by Kleene's "and": one that is false decides, whatever is unknown. */
export function evaluateCheck(
  check: CompiledCheck,
  scope: PolicyScope,
): CheckEvaluation {
  const { expression, when } = check.program;
  const decided = when && whetherItApplies(when, scope);
  if (decided) return decided;
  const judged = judgeClauses(expression.clauses, scope);
  return {
    status: statuses[judged.verdict],
    clauses: judged.clauses.map(({ clause }) => clause),
    because: explainClauses(judged, scope),
  };
}
