import { findClaimed } from './findClaimed';
import { Rung } from './Rung';

/** A person named the cause: confidence 1, and no rule outranks it. */
export const explicit: Rung = {
  method: 'explicit',
  ask(incident, deployments) {
    const claim = incident.cause;
    if (claim?.by !== 'person') return { confidence: 0, evidence: [] };
    const claimed = findClaimed(claim, incident, deployments);
    if (claimed.status === 'not-found') {
      return { confidence: 0, evidence: [claimed.because] };
    }
    return {
      cause: claimed.cause,
      confidence: 1,
      evidence: [`A person named it as the cause, by ${claimed.by}.`],
    };
  },
};
