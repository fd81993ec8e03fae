import {
  AttestationResponse,
  AttestationsResponse,
  AttributionWindowResponse,
  CauseResponse,
  ChangesResponse,
  ComingResponse,
  DeploymentResponse,
  DueResponse,
  EvidenceResponse,
  FirstStepsResponse,
  IncidentResponse,
  MetricResponse,
  OnCallResponse,
  OrganisationResponse,
  OrganisationServicesResponse,
  OwnershipResponse,
  Replay,
  ReplaysResponse,
  RevisionsResponse,
  RollupResponse,
  ScorecardResponse,
  SourcesResponse,
  TimelineResponse,
  UnownedResponse,
} from 'backstage-plugin-accountability-common';
import {
  attestationResponse,
  attestationsResponse,
  attributionWindowResponse,
  causeResponse,
  changesResponse,
  comingResponse,
  deploymentResponse,
  dueResponse,
  evidenceResponse,
  firstStepsResponse,
  incidentResponse,
  metricResponse,
  onCallResponse,
  organisationResponse,
  organisationServicesResponse,
  ownershipResponse,
  replay,
  replaysResponse,
  revisionsResponse,
  rollupResponse,
  scorecardResponse,
  sourcesResponse,
  timelineResponse,
  unownedResponse,
} from '../fixtures';

/** What the fake answers; an error is thrown, a promise is awaited. */
export interface Answers {
  scorecard: ScorecardResponse | Error | Promise<never>;
  timeline: TimelineResponse | Error;
  evidence: EvidenceResponse | Error;
  incident: IncidentResponse | Error | Promise<never>;
  decided: CauseResponse | Error;
  withdrawn: CauseResponse | Error;
  deployment: DeploymentResponse | Error | Promise<never>;
  metric: MetricResponse | Error | Promise<never>;
  revisions: RevisionsResponse | Error;
  window: AttributionWindowResponse | Error | Promise<never>;
  attestation: AttestationResponse | Error | Promise<never>;
  attested: AttestationResponse | Error;
  attestations: AttestationsResponse | Error;
  changes: ChangesResponse | Error | Promise<never>;
  ownership: OwnershipResponse | Error | Promise<never>;
  rollup: RollupResponse | Error;
  due: DueResponse | Error;
  onCall: OnCallResponse | Error;
  organisation: OrganisationResponse | Error | Promise<never>;
  coming: ComingResponse | Error | Promise<never>;
  behind: OrganisationServicesResponse | Error | Promise<never>;
  firstSteps: FirstStepsResponse | Error | Promise<never>;
  unowned: UnownedResponse | Error;
  sources: SourcesResponse | Error;
  replays: ReplaysResponse | Error;
  replay: Replay | Error;
  createdReplay: Replay | Error;
  cancelledReplay: Replay | Error;
}

/** An answer out of the fixtures to whatever is asked. */
export function fixtureAnswers(): Answers {
  return {
    scorecard: scorecardResponse(),
    timeline: timelineResponse(),
    evidence: evidenceResponse(),
    incident: incidentResponse(),
    decided: causeResponse(),
    withdrawn: causeResponse(),
    deployment: deploymentResponse(),
    metric: metricResponse(),
    revisions: revisionsResponse(),
    window: attributionWindowResponse(),
    attestation: attestationResponse(),
    attested: attestationResponse(),
    attestations: attestationsResponse(),
    changes: changesResponse(),
    ownership: ownershipResponse(),
    rollup: rollupResponse(),
    due: dueResponse(),
    onCall: onCallResponse(),
    organisation: organisationResponse(),
    coming: comingResponse(),
    behind: organisationServicesResponse(),
    firstSteps: firstStepsResponse(),
    unowned: unownedResponse(),
    sources: sourcesResponse(),
    replays: replaysResponse(),
    replay: replay(),
    createdReplay: replay({ status: 'waiting', read: 0 }),
    cancelledReplay: replay({ status: 'cancelled' }),
  };
}
