import { CompiledPolicy } from '../policy';

/** Says whether incidents of a service are known at all: without it, none told is not none. */
export const incidentsFact = 'reliability.incidents';

/** Ids of the facts that have to be read for a backtest of a candidate, each once. */
export function backtestFacts({ scorecards }: CompiledPolicy): string[] {
  const read = scorecards.flatMap(({ checks, conditions }) => [
    ...checks.flatMap(({ facts }) => facts),
    ...conditions.flatMap(({ expression }) => expression.facts),
  ]);
  return [...new Set([...read, incidentsFact])];
}
