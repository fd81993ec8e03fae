import { findClaimed } from './findClaimed';
import { nothing, Rung } from './Rung';

/** A person named it where the incident was written up: confidence 1. */
export const explicit: Rung = {
  method: 'explicit',

  ask(question) {
    const claim = question.incident.cause;
    if (claim?.by !== 'person') return nothing;
    const found = findClaimed(claim, question);
    if (found.status === 'not-found') {
      const { because, named } = found;
      return { confidence: 0, evidence: [because], named };
    }
    return {
      cause: found.cause,
      confidence: 1,
      evidence: [`A person named it as the cause, by ${found.by}.`],
    };
  },
};
