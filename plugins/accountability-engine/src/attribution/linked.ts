import { findClaimed } from './findClaimed';
import { Rung } from './Rung';

/** A machine carries the identity of the cause: confidence 0.95, because automation links by habit. */
export const linked: Rung = {
  method: 'linked',
  ask(incident, deployments) {
    const claim = incident.cause;
    if (claim?.by !== 'machine') return { confidence: 0, evidence: [] };
    const claimed = findClaimed(claim, incident, deployments);
    if (claimed.status === 'not-found') {
      return { confidence: 0, evidence: [claimed.because] };
    }
    return {
      cause: claimed.cause,
      confidence: 0.95,
      evidence: [`The source of the incident links it, by ${claimed.by}.`],
    };
  },
};
