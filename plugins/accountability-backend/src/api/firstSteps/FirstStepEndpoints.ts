import { FirstStepsResponse } from 'backstage-plugin-accountability-common';

/** The path of the first steps in the OpenAPI document, with what comes out. */
export type FirstStepEndpoints = {
  '#get|/first-steps': {
    response: FirstStepsResponse;
  };
};
