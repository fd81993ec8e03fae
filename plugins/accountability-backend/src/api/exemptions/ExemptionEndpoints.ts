import {
  ExemptionDecisionRequest,
  ExemptionEntry,
  ExemptionRequest,
  ExemptionsOptions,
  ExemptionsResponse,
  RevocationRequest,
} from 'backstage-plugin-accountability-common';

/** Paths of exemptions in the OpenAPI document, with the types that go in and come out. */
export type ExemptionEndpoints = {
  '#get|/exemptions': {
    query: ExemptionsOptions;
    response: ExemptionsResponse;
  };
  '#post|/exemptions': {
    body: ExemptionRequest;
    response: ExemptionEntry;
  };
  '#get|/exemptions/{id}': {
    path: { id: string };
    response: ExemptionEntry;
  };
  '#post|/exemptions/{id}/decision': {
    path: { id: string };
    body: ExemptionDecisionRequest;
    response: ExemptionEntry;
  };
  '#post|/exemptions/{id}/revocation': {
    path: { id: string };
    body: RevocationRequest;
    response: ExemptionEntry;
  };
};
