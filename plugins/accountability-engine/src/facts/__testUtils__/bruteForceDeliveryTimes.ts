import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { gotThrough, oracleContents } from '../../testing/oracle';
import { medianOf } from './bruteForceDeliveryNumbers';
import { Asked, notKnown, Question, Single } from './deliveryPast';

type Start = (change: ChangeRecord) => number | undefined;

/** Lead times: from an instant of each change until it first runs. */
export const bruteForceDeliveryTimes: Record<string, Question> = {
  'reliability.change_lead_time_first_commit': question(
    change => change.firstAuthoredAt ?? change.firstCommitAt,
  ),
  'reliability.change_lead_time_head_commit': question(
    change => change.headCommitAt,
  ),
  'reliability.merge_to_production': question(change => change.endedAt),
};

function question(startOf: Start): Question {
  return {
    days: 28,
    everywhere: true,
    answer: asked => leadTime(asked, startOf),
  };
}

function leadTime(asked: Asked, startOf: Start) {
  const there = asked.deployments.filter(
    ({ environment }) => environment === asked.environment,
  );
  const singles: Single[] = [];
  const evidence: string[] = [];
  const otherwise: string[] = [];
  for (const deployment of there.filter(gotThrough)) {
    const at = deployment.endedAt ?? deployment.startedAt;
    if (at < asked.from || at >= asked.now) continue;
    const brought = oracleContents(deployment, there, asked.changes);
    if (!Array.isArray(brought)) {
      otherwise.push(deployment.id);
      continue;
    }
    for (const change of brought) {
      const start = startOf(change);
      if (start === undefined || start > at) otherwise.push(change.id);
      else {
        singles.push({ record: change.id, at, value: (at - start) / 1000 });
        evidence.push(change.id, deployment.id);
      }
    }
  }
  return singles.length === 0
    ? notKnown(otherwise)
    : medianOf(singles, evidence);
}
