import { Assessment, FactValue } from 'backstage-plugin-accountability-common';
import { AssessInput } from './assessTypes';
import { keptEvidence } from './keepNewest';
import { measurePrepared } from './measureFact';
import { judgeService } from './judgeService';
import { prepareFacts } from './prepareFacts';
import { earliest, nextDailyTurn } from './time';

/**
 * The whole arithmetic for one service at one instant, a function of its input
 * alone: facts from records, checks from facts, levels and burdens from checks,
 * and the next instant at which time alone could change any of it.
 */
export function assess(input: AssessInput): Assessment {
  const { now, service, policy } = input;
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
  const judged = judgeService({ ...input, facts, until: nextDueAt });
  dueBy(judged.nextTurnAt);
  return {
    entityRef: service.entityRef,
    at: now,
    policy: policy.digest,
    facts: [...facts.values()],
    attributions: [...prepared.context.attributions.values()],
    scorecards: judged.scorecards,
    burdens: judged.burdens,
    coverage: judged.coverage,
    nextDueAt,
  };
}
