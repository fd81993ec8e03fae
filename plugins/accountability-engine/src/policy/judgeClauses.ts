import { Clause } from 'backstage-plugin-accountability-common';
import { CompiledClause, OperandReading, PolicyScope } from './PolicyEngine';
import { printValue } from './printValue';

/** A clause with what it saw, for the sentence that explains it. */
export interface JudgedClause {
  clause: Clause;
  compiled: CompiledClause;
  readings: OperandReading[];
  trouble?: string;
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
  const clauses = compiledClauses.map((compiled): JudgedClause => {
    const result = compiled.evaluate(scope);
    const readings = compiled.read(scope);
    return {
      compiled,
      readings,
      trouble: result.outcome === 'unknown' ? result.trouble : undefined,
      clause: {
        text: compiled.text,
        outcome: result.outcome,
        operands: readings.map(({ expression, value, unit }) => ({
          expression,
          value: printValue(value, unit),
        })),
        facts: [...compiled.facts],
      },
    };
  });
  const outcomes = clauses.map(({ clause }) => clause.outcome);
  if (outcomes.includes('false')) return { verdict: 'false', clauses };
  return {
    verdict: outcomes.includes('unknown') ? 'unknown' : 'true',
    clauses,
  };
}
