import {
  ScorecardServicesOptions,
  ScorecardServicesResponse,
  ScorecardsResponse,
  StandingsResponse,
} from 'backstage-plugin-accountability-common';

/** Paths of scorecards with their services, and standings in the OpenAPI document, with the types that go in and come out. */
export type ScorecardEndpoints = {
  '#get|/scorecards': {
    response: ScorecardsResponse;
  };
  '#get|/scorecards/{scorecard}/services': {
    path: { scorecard: string };
    query: ScorecardServicesOptions & { format?: 'json' | 'csv' };
    response: ScorecardServicesResponse;
  };
  '#get|/standings': {
    query: { cursor?: string; entityRefs?: string };
    response: StandingsResponse;
  };
};
