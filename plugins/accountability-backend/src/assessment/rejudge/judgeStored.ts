import {
  CompiledPolicy,
  EngineAnswer,
  judgeService,
} from 'backstage-plugin-accountability-engine';
import { templateOf } from '../template/PolicyTemplate';
import { diffJudgement } from '../work/diffDocument';
import { diffStates } from '../work/diffResults';
import { ResultChanges, noChanges } from '../work/Results';
import { ReadService } from './StoredService';

/** What another policy changes of one service. */
export interface JudgedStored {
  entityRef: string;
  changes: ResultChanges;
  /** Where it is to be assessed sooner than it is due; epoch milliseconds. */
  dueAt?: number;
}

/** Holds a policy against what is stored of a service: no fact is measured. */
export function judgeStored(
  stored: ReadService,
  given: {
    policy: CompiledPolicy;
    answers?: ReadonlyMap<string, EngineAnswer>;
    now: number;
  },
): JudgedStored {
  const { service, dueAt, previous } = stored;
  const { policy, answers, now } = given;
  const { nextTurnAt, ...judged } = judgeService({
    ...stored,
    policy,
    answers,
    now,
    until: dueAt,
  });
  const assessment = {
    entityRef: service.entityRef,
    at: now,
    policy: policy.digest,
    ...judged,
  };
  const changes = noChanges();
  diffStates({ assessment, previous }, changes);
  diffJudgement(
    {
      assessment: { ...assessment, nextDueAt: nextTurnAt ?? dueAt },
      previous,
      template: templateOf(policy),
    },
    changes,
  );
  return {
    entityRef: service.entityRef,
    changes,
    ...(nextTurnAt !== undefined && { dueAt: nextTurnAt }),
  };
}
