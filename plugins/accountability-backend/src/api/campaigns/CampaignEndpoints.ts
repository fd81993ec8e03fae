import {
  CampaignRequest,
  CampaignResponse,
  CampaignStateRequest,
  CampaignsResponse,
} from 'backstage-plugin-accountability-common';

/** Paths of campaigns in the OpenAPI document, with the types that go in and come out. */
export type CampaignEndpoints = {
  '#get|/campaigns': {
    response: CampaignsResponse;
  };
  '#post|/campaigns': {
    body: CampaignRequest;
    response: CampaignResponse;
  };
  '#get|/campaigns/{id}': {
    path: { id: string };
    response: CampaignResponse;
  };
  '#put|/campaigns/{id}': {
    path: { id: string };
    body: CampaignRequest;
    response: CampaignResponse;
  };
  '#post|/campaigns/{id}/state': {
    path: { id: string };
    body: CampaignStateRequest;
    response: CampaignResponse;
  };
};
