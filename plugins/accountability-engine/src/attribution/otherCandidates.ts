import {
  AttributionCandidate,
  AttributionMethod,
} from 'backstage-plugin-accountability-common';
import { chargesByTime } from './chargesByTime';
import { Question, Rung, RungAnswer } from './Rung';
import { TemporalCandidate, temporalCandidates } from './temporalCandidates';

const mostCandidates = 10;

/** What changes one service can hardly break another, and only a person knows: a third of what nearness says. */
const dependencyShare = 0.3;

const laterOne = {
  started: 'A later change began before the impact.',
  finished: 'A later change finished before the impact.',
} as const;

interface Taken {
  answer?: RungAnswer;
  rung?: Rung;
}

/** Deployments that were near and were not taken, nearest first: of the service, then of those it depends on. */
export function otherCandidates(
  question: Question,
  taken: Taken,
): AttributionCandidate[] {
  const { deployments, at } = question;
  const near = temporalCandidates(deployments.chargeableAt(at), question);
  const upstream = temporalCandidates(
    deployments.dependenciesAt(at),
    question,
  ).filter(({ redeploy }) => !redeploy);
  const { redeploys, anchor } = deployments.profile;
  const causeId = taken.answer?.cause?.record.id;
  return [
    ...near.map(one =>
      toCandidate(
        one,
        'temporal',
        one.redeploy && !redeploys
          ? 'It brought what was already running, so it is no change.'
          : whyNot(one, { question, ...taken }) ?? laterOne[anchor],
      ),
    ),
    ...upstream.map(one =>
      toCandidate(
        one,
        'dependency',
        'It is of a service that this one depends on; that alone is never counted.',
      ),
    ),
  ]
    .filter(({ record }) => record !== causeId)
    .slice(0, mostCandidates);
}

function toCandidate(
  { deployment, lagMs, confidence }: TemporalCandidate,
  method: AttributionMethod,
  because: string,
): AttributionCandidate {
  const { record, service } = deployment;
  const share = method === 'dependency' ? dependencyShare : 1;
  return {
    record: record.id,
    method,
    ...(service && { service }),
    lagMs,
    confidence: Math.round(confidence * share * 100) / 100,
    whyNot: because,
  };
}

function whyNot(
  { deployment }: TemporalCandidate,
  { question, answer, rung }: Taken & { question: Question },
): string | undefined {
  if (!answer && !chargesByTime(question)) {
    return 'Several services broke together; time alone charges nobody then.';
  }
  if (answer?.noCause) return 'It was decided that no change is the cause.';
  if (rung?.method === 'explicit') return 'A person named another deployment.';
  if (rung?.method === 'linked') {
    return 'The source of the incident links another deployment.';
  }
  if (answer?.remedy?.undone.includes(deployment.record.id)) {
    return 'It was undone with the one that is charged; one failure is counted, the first.';
  }
  if (rung?.method === 'remediation') {
    return 'What was done to end the incident undid another deployment.';
  }
  return undefined;
}
