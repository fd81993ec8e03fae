import {
  Attribution,
  CauseClaim,
  DeploymentRecord,
  IncidentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';
import { Contents } from '../delivery';
import { formatDuration, formatInstant } from '../time';
import { AttributionProfile } from './AttributionProfile';
import { burstInWords } from './burstInWords';
import { cameDuring } from './cameDuring';
import { CauseOverride } from './CauseOverride';
import { chargesByTime } from './chargesByTime';
import { decided } from './decided';
import { DeploymentIndex } from './DeploymentIndex';
import { describeDeployment } from './describeDeployment';
import { explicit } from './explicit';
import { findRemedies, Mended, RemedyRules } from './findRemedies';
import { IncidentBurst } from './IncidentBurst';
import { IndexedDeployment } from './IndexedDeployment';
import { linked } from './linked';
import { noCauseFound } from './noCauseFound';
import { otherCandidates } from './otherCandidates';
import { Peer } from './Peer';
import { remediation, remedyFor, remedyOf } from './remediation';
import { ruleVersion } from './ruleVersion';
import { Question, Rung, RungAnswer } from './Rung';
import { temporal } from './temporal';

/** What the ladder needs to know of one service. */
export interface AttributeInput {
  /** Epoch milliseconds; what goes on, goes on until now. */
  now: number;
  incidents: readonly IncidentRecord[];
  /** All deployments of the service, of any environment, in any order. */
  deployments: readonly DeploymentRecord[];
  /** What each production deployment brought, by record id. */
  contents: ReadonlyMap<string, Contents>;
  /** Other services whose deployments are looked at, too. */
  peers: readonly Peer[];
  /** Decisions in force, at most one for an incident. */
  overrides: readonly CauseOverride[];
  /** Incidents that began together with those of other services. */
  bursts: readonly IncidentBurst[];
  profile: AttributionProfile;
  remedyRules: RemedyRules;
  ownerAt(at: number): OwnerAt;
}

/** Links by incident id, in the order of the incidents, and all remedies, whichever incident they belong to. */
export interface Attributed {
  attributions: Map<string, Attribution>;
  /** Remedies by the incident during which they came. */
  remedies: Map<string, Mended[]>;
}

/** The rungs that can charge, strongest first, after what was decided. */
const ladder: readonly Rung[] = [explicit, linked, remediation, temporal];

/**
 * Walks the evidence ladder for every incident that counts (merged ones do
 * not). What a profile leaves out is not asked; a decision holds in every one.
 */
export function attribute(input: AttributeInput): Attributed {
  const deployments = new DeploymentIndex(input);
  const mended = findRemedies(deployments, input.contents, input.remedyRules);
  const bursts = new Map(
    input.profile.bursts === 'apart'
      ? input.bursts.map(one => [one.incident, one])
      : [],
  );
  const overrides = new Map(input.overrides.map(one => [one.incident, one]));
  const rungs = [
    decided,
    ...ladder.filter(({ method }) => input.profile.rungs.includes(method)),
  ];
  const answered: Attributed = { attributions: new Map(), remedies: new Map() };
  for (const incident of input.incidents) {
    if (incident.mergedInto !== undefined) continue;
    const question = ask(incident, {
      ...input,
      deployments,
      mended,
      override: overrides.get(incident.id),
      burst: bursts.get(incident.id),
    });
    answered.attributions.set(
      incident.id,
      attributeOne(question, { rungs, ...input }),
    );
    if (question.mended.length > 0) {
      answered.remedies.set(incident.id, [...question.mended]);
    }
  }
  return answered;
}

function ask(
  incident: IncidentRecord,
  given: Pick<AttributeInput, 'now' | 'profile'> &
    Pick<Question, 'deployments' | 'mended' | 'override' | 'burst'>,
): Question {
  const { deployments, now, override, burst } = given;
  const opened = incident.episodes[0]?.from ?? incident.startedAt;
  const { startedAt } = incident;
  return {
    incident,
    at: given.profile.incidentFrom === 'impact' ? startedAt : opened,
    until: incident.endedAt ?? now,
    deployments,
    override,
    burst,
    mended: cameDuring(given.mended, incident, now),
  };
}

function attributeOne(
  question: Question,
  given: Pick<AttributeInput, 'ownerAt'> & { rungs: readonly Rung[] },
): Attribution {
  const { incident, deployments } = question;
  const evidence: string[] = [];
  let named: CauseClaim | undefined;
  const base = {
    incident: incident.id,
    incidentStartedAt: incident.startedAt,
    profile: deployments.profile.name,
    ruleVersion,
    ...(question.burst && { burst: toldOf(question.burst) }),
    incidentOwner: given.ownerAt(incident.startedAt),
  };
  for (const rung of given.rungs) {
    const answer = rung.ask(question);
    evidence.push(...answer.evidence);
    named ??= answer.named;
    if (!answer.cause && !answer.noCause) continue;
    return {
      ...base,
      method: rung.method,
      ...chargeOf(question, answer),
      evidence: answer.cause
        ? [...evidence, timing(answer.cause, incident)]
        : evidence,
      ...(named && { named }),
      candidates: otherCandidates(question, { answer, rung }),
    };
  }
  return {
    ...base,
    method: 'none',
    confidence: 0,
    evidence: [...evidence, ...whyNobody(question)],
    ...(named && { named }),
    candidates: otherCandidates(question, {}),
  };
}

function chargeOf(question: Question, answer: RungAnswer) {
  const { confidence, decision, cause } = answer;
  const mended = cause && remedyFor(cause, question.mended);
  const remedy = answer.remedy ?? (mended && remedyOf(mended));
  return {
    confidence,
    ...(decision && { decision }),
    ...(remedy && { remedy }),
    ...(cause && {
      cause: cause.record.id,
      ...(cause.service && { causeService: cause.service }),
      lagMs: question.incident.startedAt - cause.record.startedAt,
      causeOwner: cause.ownerAt(cause.record.startedAt),
    }),
  };
}

function whyNobody(question: Question): string[] {
  const { burst } = question;
  return burst && !chargesByTime(question)
    ? burstInWords(burst)
    : noCauseFound(question);
}

function toldOf({
  incident: _,
  ...burst
}: IncidentBurst): Attribution['burst'] {
  return burst;
}

function timing(
  { record }: IndexedDeployment,
  incident: IncidentRecord,
): string {
  const lag = incident.startedAt - record.startedAt;
  const when =
    lag < 0
      ? `${formatDuration(-lag)} before that`
      : `${formatDuration(lag)} later`;
  return `The rollout of the ${describeDeployment(
    record,
  )} began ${formatInstant(record.startedAt)}; the impact began ${formatInstant(
    incident.startedAt,
  )}, ${when}.`;
}
