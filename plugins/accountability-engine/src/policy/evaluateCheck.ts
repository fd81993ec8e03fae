import { CheckStatus, Clause } from 'backstage-plugin-accountability-common';
import { AskedRule, CompiledCheck } from './CompiledPolicy';
import {
  CompiledExpression,
  CompiledMessage,
  PolicyScope,
} from './PolicyEngine';
import { Judgement, judgeClauses } from './judgeClauses';
import { explainClauses } from './explainClauses';
import { missingEngine } from './missingEngine';

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

/** Unknown although everything is known: no clause waits for a fact. */
function isError({ verdict, clauses }: Judgement): boolean {
  const unknown = clauses.filter(({ clause }) => clause.outcome === 'unknown');
  return verdict === 'unknown' && unknown.every(({ error }) => error);
}

function whetherItApplies(
  when: CompiledExpression,
  scope: PolicyScope,
): CheckEvaluation | undefined {
  // Most checks apply, and of those nothing is told.
  const applies = when.clauses.every(
    clause => clause.evaluate(scope).outcome === 'true',
  );
  if (applies) return undefined;
  const judged = judgeClauses(when.clauses, scope);
  const clauses = judged.clauses.map(({ clause }) => clause);
  const why = explainClauses(judged);
  return judged.verdict === 'false'
    ? { status: 'not-applicable', clauses, because: `Does not apply: ${why}` }
    : {
        status: 'unknown',
        ...(isError(judged) && { error: true }),
        clauses,
        because: `Whether this applies is unknown: ${why}`,
      };
}

const statuses = { true: 'pass', false: 'fail', unknown: 'unknown' } as const;

function whatItSaid(
  { engine, path }: AskedRule,
  rule: string,
  scope: PolicyScope,
): CheckEvaluation {
  const unknown = { status: 'unknown' as const, clauses: [] };
  if (engine === missingEngine) {
    return { ...unknown, error: true, because: path };
  }
  const answer = scope.answers?.get(rule);
  if (!answer) {
    const because = `The engine ${engine} was not asked.`;
    return { ...unknown, error: true, because };
  }
  const { status, because } = answer;
  return status === 'error'
    ? { ...unknown, error: true, because }
    : { status, clauses: [], because };
}

/** The author's own sentence first, where there is one and it can be composed. */
function withMessage(
  because: string,
  message: CompiledMessage | undefined,
  scope: PolicyScope,
): string {
  const own = message?.compose(scope);
  if (!own) return because;
  return `${/[.!?…]$/.test(own) ? own : `${own}.`} ${because}`;
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
  const judged = judgeClauses(program.expression.clauses, scope);
  const status = statuses[judged.verdict];
  const because = explainClauses(judged);
  return {
    status,
    ...(isError(judged) && { error: true }),
    clauses: judged.clauses.map(({ clause }) => clause),
    because:
      status === 'pass'
        ? because
        : withMessage(because, program.message, scope),
  };
}
