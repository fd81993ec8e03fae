import {
  AttributionWindowResponse,
  CauseRequest,
  CauseResponse,
  DeploymentResponse,
  EvidenceResponse,
  IncidentResponse,
  MetricResponse,
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

/** The three parts of an entity ref as they stand in a path. */
export type EntityPath = { kind: string; namespace: string; name: string };

/** The path of a record of a service. */
export type RecordPath = EntityPath & { record: string };

/** The paths of the OpenAPI document with the types that go in and come out. */
export type Endpoints = {
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
