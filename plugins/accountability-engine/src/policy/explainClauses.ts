import { Limit, PolicyScope } from './PolicyEngine';
import { Judgement, JudgedClause } from './judgeClauses';
import { printApart, printValue } from './printValue';

const limitWords: Record<Limit['operator'], string> = {
  '<': 'below ',
  '<=': 'at most ',
  '>': 'above ',
  '>=': 'at least ',
  '==': '',
  '!=': 'other than ',
};

/** A sentence's last dot is ours to put. */
const withoutDot = (sentence: string) => sentence.trim().replace(/\.$/, '');

function sayKnown({ clause, compiled, readings }: JudgedClause): string {
  const [reading, ...more] = readings;
  const { limit } = compiled;
  const holds = clause.outcome === 'true';
  if (limit && reading?.value !== undefined && more.length === 0) {
    const { expression, unit, value } = reading;
    const [printed, bound] = printApart(value, limit.bound, unit);
    if (holds && limit.operator === '==') return `${expression} is ${printed}`;
    const wanted = `${limitWords[limit.operator]}${bound}`;
    return holds
      ? `${expression} is ${printed}, ${wanted}`
      : `${expression} is ${printed}; it has to be ${wanted}`;
  }
  const seen = readings.map(
    ({ expression, value, unit }) =>
      `${expression} is ${printValue(value, unit)}`,
  );
  const values = seen.length > 0 ? ` (${seen.join(', ')})` : '';
  return `${clause.text} ${holds ? 'holds' : 'does not hold'}${values}`;
}

function sayUnknown(
  { clause, readings, trouble }: JudgedClause,
  scope: PolicyScope,
): string[] {
  const reasons = clause.facts.flatMap(id => {
    const fact = scope.facts.get(id);
    if (!fact) return [`${id} is unknown: it was not measured`];
    if (fact.status === 'unknown')
      return [`${id} is unknown: ${withoutDot(fact.because)}`];
    return [];
  });
  const unset = readings
    .filter(
      ({ expression, value }) =>
        value === undefined && /^service\.\w+$/.test(expression),
    )
    .map(({ expression }) => `${expression} is not set in the catalog`);
  const all = [...reasons, ...unset];
  return all.length > 0
    ? all
    : [`${clause.text} could not be computed: ${trouble}`];
}

/** One sentence that says which clauses decided, with what they saw and what they want. */
export function explainClauses(
  { verdict, clauses }: Judgement,
  scope: PolicyScope,
): string {
  const deciding = clauses.filter(({ clause }) => clause.outcome === verdict);
  const said =
    verdict === 'unknown'
      ? deciding.flatMap(judged => sayUnknown(judged, scope))
      : deciding.map(sayKnown);
  return `${[...new Set(said)].join('; ')}.`;
}
