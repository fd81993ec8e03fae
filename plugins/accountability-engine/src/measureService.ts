import { Attribution, FactValue } from 'backstage-plugin-accountability-common';
import { AssessInput } from './assessTypes';
import { keptEvidence } from './keepNewest';
import { measurePrepared } from './measureFact';
import { measureReported } from './measureReported';
import { FactInput, prepareFacts } from './prepareFacts';
import { earliest, nextDailyTurn } from './time';

/** What measuring depends on; an `AssessInput` is one. */
export type MeasureInput = FactInput &
  Pick<AssessInput, 'facts' | 'reportedFacts' | 'reported'>;

/** Facts of one service, before any policy is held against them. */
export interface MeasuredService {
  /** By id, in the order in which they were given; those that others measure come last. */
  facts: ReadonlyMap<string, FactValue>;
  attributions: Attribution[];
  /** The next instant at which time alone could change any of it, the turn of the day at the latest. */
  nextDueAt: number;
}

/** Measures every fact of one service, a function of its input alone. */
export function measureService(input: MeasureInput): MeasuredService {
  const { now, service, reportedFacts = [], reported } = input;
  const prepared = prepareFacts(input);
  let nextDueAt = nextDailyTurn(now, service.entityRef);
  const dueBy = (at: number | undefined) => {
    nextDueAt = earliest(nextDueAt, at) ?? nextDueAt;
  };
  dueBy(prepared.nextRecordAt);
  const facts = new Map<string, FactValue>();
  for (const fact of input.facts) {
    const measured = measurePrepared(fact, prepared, { keep: keptEvidence });
    facts.set(fact.id, measured.value);
    dueBy(measured.nextChangeAt);
  }
  for (const fact of reportedFacts) {
    const measured = measureReported(fact, reported?.get(fact.id), now);
    facts.set(fact.id, measured.value);
    dueBy(measured.nextChangeAt);
  }
  return {
    facts,
    attributions: [...prepared.context.attributions.values()],
    nextDueAt,
  };
}
