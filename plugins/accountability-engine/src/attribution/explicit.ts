import { findClaimed } from './findClaimed';
import { indexed } from './indexProduction';
import { nothing, Question, Rung, RungAnswer } from './Rung';

/** A person decided, here or where the incident was written up: confidence 1, and no rule outranks it. */
export const explicit: Rung = {
  method: 'explicit',

  ask(question) {
    return decided(question) ?? claimed(question);
  },
};

/** What was decided here outranks what the source of the incident says. */
function decided({ override, deployments }: Question): RungAnswer | undefined {
  if (!override) return undefined;
  const { cause, decision } = override;
  if (!cause) {
    return {
      noCause: true,
      confidence: 1,
      evidence: [
        `It was decided that no change is the cause: ${decision.reason}`,
      ],
      decision,
    };
  }
  const own = cause.service ? undefined : deployments.get(cause.record.id);
  return {
    cause:
      own ??
      indexed(cause.record, deployments.profile, {
        service: cause.service,
        ownerAt: () => cause.owner,
      }),
    confidence: 1,
    evidence: [`It was decided that this is the cause: ${decision.reason}`],
    decision,
  };
}

function claimed(question: Question): RungAnswer {
  const claim = question.incident.cause;
  if (claim?.by !== 'person') return nothing;
  const found = findClaimed(claim, question);
  if (found.status === 'not-found') {
    return { confidence: 0, evidence: [found.because] };
  }
  return {
    cause: found.cause,
    confidence: 1,
    evidence: [`A person named it as the cause, by ${found.by}.`],
  };
}
