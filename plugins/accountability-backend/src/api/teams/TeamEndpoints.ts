import {
  DueResponse,
  OnCallResponse,
} from 'backstage-plugin-accountability-common';

type GroupPath = { kind: string; namespace: string; name: string };

/** Paths of what a team has to do in the OpenAPI document, with the types that go in and come out. */
export type TeamEndpoints = {
  '#get|/teams/{kind}/{namespace}/{name}/due': {
    path: GroupPath;
    query: { cursor?: string };
    response: DueResponse;
  };
  '#get|/teams/{kind}/{namespace}/{name}/on-call': {
    path: GroupPath;
    response: OnCallResponse;
  };
};
