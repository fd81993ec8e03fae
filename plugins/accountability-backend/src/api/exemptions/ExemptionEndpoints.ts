/** Paths of exemptions in the OpenAPI document, with the types that go in and come out. */
export type ExemptionEndpoints = {};
