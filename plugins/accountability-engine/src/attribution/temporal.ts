import { formatDuration } from '../time';
import { AttributionProfile } from './AttributionProfile';
import { describeDeployment } from './describeDeployment';
import { chargesByTime } from './chargesByTime';
import { nothing, Rung } from './Rung';
import { temporalCandidates } from './temporalCandidates';

/** The latest change that began before the impact and ended at most W before it. */
export const temporal: Rung = {
  method: 'temporal',

  ask(question) {
    if (!chargesByTime(question)) return nothing;
    const { deployments, at } = question;
    const { profile } = deployments;
    const near = temporalCandidates(deployments.chargeableAt(at), question);
    const chargeable = near.filter(
      candidate => profile.redeploys || !candidate.redeploy,
    );
    const chosen = chargeable.at(0);
    if (chosen) {
      return {
        cause: chosen.deployment,
        confidence: chosen.confidence,
        evidence: [inWords(chargeable.length, profile)],
      };
    }
    const evidence = near.map(
      ({ deployment: { record, service } }) =>
        `${
          service === undefined
            ? `The ${describeDeployment(record)}`
            : 'A deployment of another service'
        } before it brought what was already running, so it is no change.`,
    );
    return { confidence: 0, evidence: evidence.slice(0, 1) };
  },
};

function inWords(count: number, profile: AttributionProfile): string {
  const { windowMs, anchor } = profile;
  const ended =
    windowMs === undefined
      ? ''
      : ` and ended at most ${formatDuration(windowMs)} before it`;
  const that = `that ${
    anchor === 'started' ? 'began' : 'finished'
  } before the impact${ended}.`;
  return count === 1
    ? `It is the only production change ${that}`
    : `It is the latest of ${count} production changes ${that}`;
}
