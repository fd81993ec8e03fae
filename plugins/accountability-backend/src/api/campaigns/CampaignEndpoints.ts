/** Paths of campaigns in the OpenAPI document, with the types that go in and come out. */
export type CampaignEndpoints = {};
