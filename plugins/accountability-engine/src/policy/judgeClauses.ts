import { Clause } from 'backstage-plugin-accountability-common';
import { CompiledClause, PolicyScope } from './PolicyEngine';
import { printValue } from './printValue';

/** A clause with what it saw, for the sentence that explains it. */
export interface JudgedClause {
  clause: Clause;
  /** In words, without the dots. */
  because: string[];
  /** Of an unknown: all that it reads is known. */
  error: boolean;
}

/** The clauses of an expression and what they come to together. */
export interface Judgement {
  verdict: Clause['outcome'];
  clauses: JudgedClause[];
}

/** Evaluates every clause, also those after a false one: a reader wants to see all that is missing. */
export function judgeClauses(
  compiledClauses: readonly CompiledClause[],
  scope: PolicyScope,
): Judgement {
  const results = compiledClauses.map(compiled => ({
    compiled,
    result: compiled.evaluate(scope),
  }));
  const verdict = together(results.map(({ result }) => result.outcome));
  const clauses = results.map(({ compiled, result }): JudgedClause => {
    const { outcome } = result;
    const unknown = result.outcome === 'unknown' ? result : undefined;
    // Only what decides is told in words.
    const told = outcome === verdict ? [result.explain()] : [];
    return {
      because: unknown?.because ?? told,
      error: unknown?.error ?? false,
      clause: {
        text: compiled.text,
        outcome,
        operands: result.read().map(({ expression, value, unit }) => ({
          expression,
          value: printValue(value, unit),
        })),
        facts: [...compiled.facts],
      },
    };
  });
  return { verdict, clauses };
}

/** Kleene's "and". */
function together(outcomes: Clause['outcome'][]): Clause['outcome'] {
  if (outcomes.includes('false')) return 'false';
  return outcomes.includes('unknown') ? 'unknown' : 'true';
}
