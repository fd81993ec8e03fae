import { CheckStatus, Clause } from 'backstage-plugin-accountability-common';
import { AskedRule, CompiledCheck } from './CompiledPolicy';
import { CompiledExpression, PolicyScope } from './PolicyEngine';
import { judgeClauses } from './judgeClauses';
import { explainClauses } from './explainClauses';

/** What a check comes to for one service, before modes and exemptions. */
export interface CheckEvaluation {
  status: Extract<CheckStatus, 'pass' | 'fail' | 'unknown' | 'not-applicable'>;
  /** Of an unknown: it could not be computed, although every fact it reads is known. */
  error?: true;
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

function whatItSaid(
  { engine }: AskedRule,
  rule: string,
  scope: PolicyScope,
): CheckEvaluation {
  const answer = scope.answers?.get(rule);
  if (!answer) {
    const because = `The engine ${engine} was not asked.`;
    return { status: 'unknown', error: true, clauses: [], because };
  }
  const { status, because } = answer;
  return status === 'error'
    ? { status: 'unknown', error: true, clauses: [], because }
    : { status, clauses: [], because };
}

/**
 * Judges one check. The conditions are joined by Kleene's "and": one that is
 * false decides, whatever is unknown. `rule` is the name under which another
 * engine was asked.
 */
export function evaluateCheck(
  check: CompiledCheck,
  scope: PolicyScope,
  rule = check.id,
): CheckEvaluation {
  const { program } = check;
  const decided = program.when && whetherItApplies(program.when, scope);
  if (decided) return decided;
  if (!('expression' in program)) return whatItSaid(program, rule, scope);
  const { expression } = program;
  const judged = judgeClauses(expression.clauses, scope);
  return {
    status: statuses[judged.verdict],
    clauses: judged.clauses.map(({ clause }) => clause),
    because: explainClauses(judged, scope),
  };
}
