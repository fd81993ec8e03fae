import {
  DecisionResponse,
  DecisionsOptions,
  DecisionsResponse,
  GateDecision,
  GateRequest,
  GatesResponse,
  ReviewRequest,
} from 'backstage-plugin-accountability-common';

/** Paths of gates and their decisions in the OpenAPI document, with the types that go in and come out. */
export type GateEndpoints = {
  '#get|/gates': {
    response: GatesResponse;
  };
  '#post|/gates/{gate}/decisions': {
    path: { gate: string };
    body: GateRequest;
    response: GateDecision;
  };
  '#get|/decisions': {
    query: DecisionsOptions;
    response: DecisionsResponse;
  };
  '#get|/decisions/{id}': {
    path: { id: string };
    response: DecisionResponse;
  };
  '#post|/decisions/{id}/review': {
    path: { id: string };
    body: ReviewRequest;
    response: DecisionResponse;
  };
};
