import {
  AttestationRequest,
  AttestationResponse,
  AttestationsResponse,
} from './attestationResponses';
import { ChangesOptions, ChangesResponse } from './changeResponses';
import { ComingResponse } from './comingResponses';
import { DueResponse } from './dueResponses';
import { OnCallResponse } from './onCallResponses';
import {
  OrganisationFilter,
  OrganisationResponse,
  OrganisationServicesOptions,
  OrganisationServicesResponse,
} from './organisationResponses';
import { FirstStepsResponse } from './firstStepResponses';
import { OwnershipResponse } from './ownershipResponses';
import {
  CauseRequest,
  CauseResponse,
  DeploymentResponse,
  IncidentResponse,
  WithdrawalRequest,
} from './incidentResponses';
import { MetricResponse } from './metricResponses';
import { RevisionsResponse } from './revisionResponses';
import {
  EvidenceResponse,
  ScorecardResponse,
  TimelineResponse,
} from './serviceResponses';
import { RollupResponse } from './teamResponses';
import { AttributionWindowResponse } from './windowResponses';
import {
  Replay,
  ReplayRequest,
  ReplaysResponse,
  SourcesResponse,
  UnownedResponse,
} from './operationResponses';

/** The API of Accountability as its callers see it. */
export interface AccountabilityApi {
  getScorecard(
    entityRef: string,
    options?: { at?: number },
  ): Promise<ScorecardResponse>;
  getTimeline(
    entityRef: string,
    options?: { from?: number; to?: number },
  ): Promise<TimelineResponse>;
  getEvidence(
    entityRef: string,
    options: { fact?: string; record?: string; at?: number; cursor?: string },
  ): Promise<EvidenceResponse>;
  getIncident(
    entityRef: string,
    record: string,
    options?: { at?: number },
  ): Promise<IncidentResponse>;
  decideCause(
    entityRef: string,
    record: string,
    request: CauseRequest,
  ): Promise<CauseResponse>;
  withdrawCause(
    entityRef: string,
    record: string,
    request: WithdrawalRequest,
  ): Promise<CauseResponse>;
  getDeployment(entityRef: string, record: string): Promise<DeploymentResponse>;
  getMetric(
    entityRef: string,
    fact: string,
    options?: { window?: number; environment?: string; at?: number },
  ): Promise<MetricResponse>;
  getRevisions(
    entityRef: string,
    fact: string,
    options?: { from?: number; to?: number; at?: number },
  ): Promise<RevisionsResponse>;
  getAttributionWindow(
    entityRef: string,
    options?: { at?: number },
  ): Promise<AttributionWindowResponse>;
  getAttestation(entityRef: string): Promise<AttestationResponse>;
  attest(
    entityRef: string,
    request: AttestationRequest,
  ): Promise<AttestationResponse>;
  getAttestations(
    groupRef: string,
    options?: { cursor?: string },
  ): Promise<AttestationsResponse>;
  getChanges(
    entityRef: string,
    options?: ChangesOptions,
  ): Promise<ChangesResponse>;
  getOwnership(
    groupRef: string,
    options?: { cursor?: string },
  ): Promise<OwnershipResponse>;
  getRollup(
    groupRef: string,
    options?: { cursor?: string },
  ): Promise<RollupResponse>;
  getDue(groupRef: string, options?: { cursor?: string }): Promise<DueResponse>;
  getOnCall(groupRef: string): Promise<OnCallResponse>;
  getOrganisation(options?: OrganisationFilter): Promise<OrganisationResponse>;
  getOrganisationServices(
    options?: OrganisationServicesOptions,
  ): Promise<OrganisationServicesResponse>;
  getComing(options?: OrganisationFilter): Promise<ComingResponse>;
  getFirstSteps(): Promise<FirstStepsResponse>;
  getUnowned(options?: { cursor?: string }): Promise<UnownedResponse>;
  getSources(): Promise<SourcesResponse>;
  getReplays(): Promise<ReplaysResponse>;
  getReplay(id: string): Promise<Replay>;
  createReplay(request: ReplayRequest): Promise<Replay>;
  cancelReplay(id: string): Promise<Replay>;
}
