/** Paths of gates and their decisions in the OpenAPI document, with the types that go in and come out. */
export type GateEndpoints = {};
