import {
  AssessInput,
  ReportedFact,
  ReportedValue,
} from 'backstage-plugin-accountability-engine';
import { Reported } from './readReported';

/** What others told of one service, as the engine takes it, as of an instant; nothing where no fact is declared. */
export function reportedAt(
  entityRef: string,
  given: { facts: readonly ReportedFact[]; reported?: Reported; at: number },
): Pick<AssessInput, 'reportedFacts' | 'reported'> {
  const { facts, reported, at } = given;
  if (facts.length === 0) return {};
  const values = new Map<string, ReportedValue>();
  for (const span of reported?.spans.get(entityRef) ?? []) {
    const { fact, value, since, until = Infinity, observedAt } = span;
    if (since <= at && at < until) {
      // It was measured before and after: then it held at that instant, too.
      values.set(fact, { value, observedAt: Math.min(observedAt, at) });
    }
  }
  return {
    reportedFacts: facts.map(fact =>
      reported?.heard.has(fact.provider)
        ? fact
        : { ...fact, silent: true as const },
    ),
    reported: values,
  };
}
