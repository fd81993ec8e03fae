import {
  Attribution,
  AttributionCandidate,
  DeploymentRecord,
  IncidentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';
import { formatDuration, formatInstant } from '../time';
import { DeploymentIndex } from './DeploymentIndex';
import { describeDeployment } from './describeDeployment';
import { explicit } from './explicit';
import { linked } from './linked';
import { none } from './none';
import { ruleVersion } from './ruleVersion';
import { Rung } from './Rung';
import { temporal } from './temporal';
import { TemporalCandidate, temporalCandidates } from './temporalCandidates';

/** What the ladder needs to know of one service. */
export interface AttributeInput {
  incidents: readonly IncidentRecord[];
  /** All deployments of the service, of any environment, in any order. */
  deployments: readonly DeploymentRecord[];
  /** W of the temporal rung, milliseconds. */
  windowMs: number;
  ownerAt(at: number): OwnerAt;
}

/** The ladder, strongest evidence first. */
const ladder: readonly Rung[] = [explicit, linked, temporal, none];

const mostCandidates = 10;

/**
 * Walks the evidence ladder for every incident that counts (merged ones do
 * not) and answers by incident id, in the order of the incidents.
 */
export function attribute(input: AttributeInput): Map<string, Attribution> {
  const deployments = new DeploymentIndex(input.deployments, input.windowMs);
  const answers = new Map<string, Attribution>();
  for (const incident of input.incidents) {
    if (incident.mergedInto !== undefined) continue;
    answers.set(incident.id, attributeOne(incident, deployments, input));
  }
  return answers;
}

function attributeOne(
  incident: IncidentRecord,
  deployments: DeploymentIndex,
  { ownerAt }: AttributeInput,
): Attribution {
  const evidence: string[] = [];
  for (const rung of ladder) {
    const answer = rung.ask(incident, deployments);
    evidence.push(...answer.evidence);
    const { cause } = answer;
    if (!cause) continue;
    return {
      incident: incident.id,
      incidentStartedAt: incident.startedAt,
      method: rung.method,
      cause: cause.id,
      lagMs: incident.startedAt - cause.startedAt,
      confidence: answer.confidence,
      ruleVersion,
      evidence: [...evidence, timing(cause, incident)],
      candidates: otherCandidates(incident, deployments, { cause, rung }),
      incidentOwner: ownerAt(incident.startedAt),
      causeOwner: ownerAt(cause.startedAt),
    };
  }
  return {
    incident: incident.id,
    incidentStartedAt: incident.startedAt,
    method: 'none',
    confidence: 0,
    ruleVersion,
    evidence,
    candidates: otherCandidates(incident, deployments, {}),
    incidentOwner: ownerAt(incident.startedAt),
  };
}

function otherCandidates(
  incident: IncidentRecord,
  deployments: DeploymentIndex,
  taken: { cause?: DeploymentRecord; rung?: Rung },
): AttributionCandidate[] {
  return temporalCandidates(incident, deployments)
    .filter(({ deployment }) => deployment.record.id !== taken.cause?.id)
    .slice(0, mostCandidates)
    .map(candidate => ({
      record: candidate.deployment.record.id,
      lagMs: candidate.lagMs,
      confidence: candidate.confidence,
      whyNot: whyNot(candidate, taken.rung),
    }));
}

function whyNot(candidate: TemporalCandidate, rung: Rung | undefined): string {
  if (candidate.redeploy) {
    return 'It brought what was already running, so it is no change.';
  }
  if (rung === explicit) return 'A person named another deployment.';
  if (rung === linked) {
    return 'The source of the incident links another deployment.';
  }
  return 'A later change began before the impact.';
}

function timing(cause: DeploymentRecord, incident: IncidentRecord): string {
  const lag = incident.startedAt - cause.startedAt;
  const when =
    lag < 0
      ? `${formatDuration(-lag)} before that`
      : `${formatDuration(lag)} later`;
  return `The rollout of the ${describeDeployment(cause)} began ${formatInstant(
    cause.startedAt,
  )}; the impact began ${formatInstant(incident.startedAt)}, ${when}.`;
}
