import {
  AttestationRequest,
  AttestationResponse,
  AttestationsResponse,
  AttributionWindowResponse,
  CauseRequest,
  CauseResponse,
  ChangeMaker,
  ChangeOutcome,
  ChangesResponse,
  DeploymentResponse,
  EvidenceResponse,
  IncidentResponse,
  MetricResponse,
  OwnershipResponse,
  Replay,
  ReplayRequest,
  ReplaysResponse,
  RevisionsResponse,
  RollupResponse,
  ScorecardResponse,
  SourcesResponse,
  TimelineResponse,
  UnownedResponse,
  WithdrawalRequest,
} from 'backstage-plugin-accountability-common';
import { PolicyEndpoints } from './policy/PolicyEndpoints';
import { ScorecardEndpoints } from './scorecards/ScorecardEndpoints';
import { ExemptionEndpoints } from './exemptions/ExemptionEndpoints';
import { CampaignEndpoints } from './campaigns/CampaignEndpoints';
import { GateEndpoints } from './gates/GateEndpoints';
import { BacktestEndpoints } from './backtests/BacktestEndpoints';
import { TeamEndpoints } from './teams/TeamEndpoints';
import { FirstStepEndpoints } from './firstSteps/FirstStepEndpoints';
import { OrganisationEndpoints } from './organisation/OrganisationEndpoints';

/** The three parts of an entity ref as they stand in a path. */
export type EntityPath = { kind: string; namespace: string; name: string };

/** The path of a record of a service. */
export type RecordPath = EntityPath & { record: string };

/** The paths of the OpenAPI document with the types that go in and come out. */
export type Endpoints = OwnEndpoints &
  PolicyEndpoints &
  ScorecardEndpoints &
  ExemptionEndpoints &
  CampaignEndpoints &
  GateEndpoints &
  OrganisationEndpoints &
  FirstStepEndpoints &
  TeamEndpoints &
  BacktestEndpoints;

type OwnEndpoints = {
  '#get|/services/{kind}/{namespace}/{name}/scorecard': {
    path: EntityPath;
    query: { at?: string };
    response: ScorecardResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/timeline': {
    path: EntityPath;
    query: { from?: string; to?: string };
    response: TimelineResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/evidence': {
    path: EntityPath;
    query: { fact?: string; record?: string; at?: string; cursor?: string };
    response: EvidenceResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/incidents/{record}': {
    path: RecordPath;
    query: { at?: string };
    response: IncidentResponse;
  };
  '#post|/services/{kind}/{namespace}/{name}/incidents/{record}/cause': {
    path: RecordPath;
    body: CauseRequest;
    response: CauseResponse;
  };
  '#post|/services/{kind}/{namespace}/{name}/incidents/{record}/cause/withdrawal': {
    path: RecordPath;
    body: WithdrawalRequest;
    response: CauseResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/deployments/{record}': {
    path: RecordPath;
    response: DeploymentResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/metrics/{fact}': {
    path: EntityPath & { fact: string };
    query: { window?: number; environment?: string; at?: string };
    response: MetricResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/facts/{fact}/revisions': {
    path: EntityPath & { fact: string };
    query: { from?: string; to?: string; at?: string };
    response: RevisionsResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/attribution-window': {
    path: EntityPath;
    query: { at?: string };
    response: AttributionWindowResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/changes': {
    path: EntityPath;
    query: {
      at?: string;
      window?: number;
      maker?: ChangeMaker;
      outcome?: ChangeOutcome;
      cursor?: string;
    };
    response: ChangesResponse;
  };
  '#get|/services/{kind}/{namespace}/{name}/attestation': {
    path: EntityPath;
    response: AttestationResponse;
  };
  '#post|/services/{kind}/{namespace}/{name}/attestation': {
    path: EntityPath;
    body: AttestationRequest;
    response: AttestationResponse;
  };
  '#get|/groups/{namespace}/{name}/attestations': {
    path: Omit<EntityPath, 'kind'>;
    query: { cursor?: string };
    response: AttestationsResponse;
  };
  '#get|/teams/{kind}/{namespace}/{name}/ownership': {
    path: EntityPath;
    query: { cursor?: string };
    response: OwnershipResponse;
  };
  '#get|/teams/{kind}/{namespace}/{name}/rollup': {
    path: EntityPath;
    query: { cursor?: string };
    response: RollupResponse;
  };
  '#get|/unowned': {
    query: { cursor?: string };
    response: UnownedResponse;
  };
  '#get|/sources': {
    response: SourcesResponse;
  };
  '#get|/replays': {
    response: ReplaysResponse;
  };
  '#post|/replays': {
    body: ReplayRequest;
    response: Replay;
  };
  '#get|/replays/{id}': {
    path: { id: string };
    response: Replay;
  };
  '#post|/replays/{id}/cancellation': {
    path: { id: string };
    response: Replay;
  };
};
