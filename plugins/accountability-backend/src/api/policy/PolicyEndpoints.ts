import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';

/** Paths of the policy in force and its faults in the OpenAPI document, with the types that go in and come out. */
export type PolicyEndpoints = {
  '#get|/policy': {
    response: PolicyStatusResponse;
  };
};
