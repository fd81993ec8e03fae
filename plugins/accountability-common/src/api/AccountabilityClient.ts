import { AccountabilityApi } from './AccountabilityApi';
import { ApiFetch } from './ApiFetch';
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

export type { AccountabilityApi };

/**
 * Thin client over a `fetch` that already carries the caller's credentials.
 * Answers outside 2xx are thrown as `ResponseError`.
 */
export class AccountabilityClient
  extends ApiFetch
  implements AccountabilityApi
{
  getScorecard(entityRef: string, options: { at?: number } = {}) {
    return this.get<ScorecardResponse>(
      `/services/${path(entityRef)}/scorecard`,
      { at: iso(options.at) },
    );
  }

  getTimeline(entityRef: string, options: { from?: number; to?: number } = {}) {
    return this.get<TimelineResponse>(`/services/${path(entityRef)}/timeline`, {
      from: iso(options.from),
      to: iso(options.to),
    });
  }

  getEvidence(
    entityRef: string,
    options: { fact?: string; record?: string; at?: number; cursor?: string },
  ) {
    return this.get<EvidenceResponse>(`/services/${path(entityRef)}/evidence`, {
      ...options,
      at: iso(options.at),
    });
  }

  getIncident(
    entityRef: string,
    record: string,
    options: { at?: number } = {},
  ) {
    return this.get<IncidentResponse>(incidentPath(entityRef, record), {
      at: iso(options.at),
    });
  }

  decideCause(entityRef: string, record: string, request: CauseRequest) {
    return this.post<CauseResponse>(
      `${incidentPath(entityRef, record)}/cause`,
      request,
    );
  }

  withdrawCause(entityRef: string, record: string, request: WithdrawalRequest) {
    return this.post<CauseResponse>(
      `${incidentPath(entityRef, record)}/cause/withdrawal`,
      request,
    );
  }

  getDeployment(entityRef: string, record: string) {
    return this.get<DeploymentResponse>(
      `/services/${path(entityRef)}/deployments/${encodeURIComponent(record)}`,
      {},
    );
  }

  getMetric(
    entityRef: string,
    fact: string,
    options: { window?: number; environment?: string; at?: number } = {},
  ) {
    return this.get<MetricResponse>(
      `/services/${path(entityRef)}/metrics/${encodeURIComponent(fact)}`,
      { ...options, at: iso(options.at) },
    );
  }

  getRevisions(
    entityRef: string,
    fact: string,
    options: { from?: number; to?: number; at?: number } = {},
  ) {
    return this.get<RevisionsResponse>(
      `/services/${path(entityRef)}/facts/${encodeURIComponent(
        fact,
      )}/revisions`,
      { from: iso(options.from), to: iso(options.to), at: iso(options.at) },
    );
  }

  getAttributionWindow(entityRef: string, options: { at?: number } = {}) {
    return this.get<AttributionWindowResponse>(
      `/services/${path(entityRef)}/attribution-window`,
      { at: iso(options.at) },
    );
  }

  getAttestation(entityRef: string) {
    return this.get<AttestationResponse>(
      `/services/${path(entityRef)}/attestation`,
      {},
    );
  }

  attest(entityRef: string, request: AttestationRequest) {
    return this.post<AttestationResponse>(
      `/services/${path(entityRef)}/attestation`,
      request,
    );
  }

  getAttestations(groupRef: string, options: { cursor?: string } = {}) {
    const [, namespace, name] = path(groupRef).split('/');
    return this.get<AttestationsResponse>(
      `/groups/${namespace}/${name}/attestations`,
      options,
    );
  }

  getChanges(entityRef: string, options: ChangesOptions = {}) {
    return this.get<ChangesResponse>(`/services/${path(entityRef)}/changes`, {
      ...options,
      at: iso(options.at),
    });
  }

  getOwnership(groupRef: string, options: { cursor?: string } = {}) {
    return this.get<OwnershipResponse>(
      `/teams/${path(groupRef)}/ownership`,
      options,
    );
  }

  getRollup(groupRef: string, options: { cursor?: string } = {}) {
    return this.get<RollupResponse>(`/teams/${path(groupRef)}/rollup`, options);
  }

  getDue(groupRef: string, options: { cursor?: string } = {}) {
    return this.get<DueResponse>(`/teams/${path(groupRef)}/due`, options);
  }

  getOnCall(groupRef: string) {
    return this.get<OnCallResponse>(`/teams/${path(groupRef)}/on-call`, {});
  }

  getOrganisation(options: OrganisationFilter = {}) {
    return this.get<OrganisationResponse>('/organisation', { ...options });
  }

  getOrganisationServices(options: OrganisationServicesOptions = {}) {
    return this.get<OrganisationServicesResponse>('/organisation/services', {
      ...options,
    });
  }

  getComing(options: OrganisationFilter = {}) {
    return this.get<ComingResponse>('/organisation/coming', { ...options });
  }

  getFirstSteps() {
    return this.get<FirstStepsResponse>('/first-steps', {});
  }

  getUnowned(options: { cursor?: string } = {}) {
    return this.get<UnownedResponse>('/unowned', options);
  }

  getSources() {
    return this.get<SourcesResponse>('/sources', {});
  }

  getReplays() {
    return this.get<ReplaysResponse>('/replays', {});
  }

  getReplay(id: string) {
    return this.get<Replay>(`/replays/${encodeURIComponent(id)}`, {});
  }

  createReplay(request: ReplayRequest) {
    return this.post<Replay>('/replays', request);
  }

  cancelReplay(id: string) {
    return this.send<Replay>(
      `/replays/${encodeURIComponent(id)}/cancellation`,
      {
        method: 'POST',
      },
    );
  }
}

/** `component:default/payments` -> `component/default/payments`, each part escaped. */
function path(entityRef: string): string {
  const [kind, rest] = entityRef.split(':');
  return [kind, ...rest.split('/')].map(encodeURIComponent).join('/');
}

/** Record ids hold slashes and colons. */
function incidentPath(entityRef: string, record: string): string {
  return `/services/${path(entityRef)}/incidents/${encodeURIComponent(record)}`;
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
