/** Paths of scorecards with their services, and standings in the OpenAPI document, with the types that go in and come out. */
export type ScorecardEndpoints = {};
