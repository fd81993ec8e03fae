import { Assessment } from 'backstage-plugin-accountability-common';
import { AssessInput } from './assessTypes';
import { judgeService } from './judgeService';
import { MeasuredService } from './measureService';
import { earliest } from './time';

/** What judging depends on besides what was measured. */
export type JudgeMeasuredInput = Pick<
  AssessInput,
  'now' | 'service' | 'policy' | 'exemptions' | 'answers'
>;

/** The second half of an assessment: the policy, held against facts as they were measured at the same instant. */
export function judgeMeasured(
  { now, service, policy, exemptions, answers }: JudgeMeasuredInput,
  { facts, attributions, nextDueAt }: MeasuredService,
): Assessment {
  const judged = judgeService({
    now,
    service,
    facts,
    policy,
    exemptions,
    answers,
    until: nextDueAt,
  });
  return {
    entityRef: service.entityRef,
    at: now,
    policy: policy.digest,
    facts: [...facts.values()],
    attributions,
    scorecards: judged.scorecards,
    burdens: judged.burdens,
    coverage: judged.coverage,
    nextDueAt: earliest(nextDueAt, judged.nextTurnAt) ?? nextDueAt,
  };
}
