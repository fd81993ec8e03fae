import {
  ComingResponse,
  OrganisationFilter,
  OrganisationResponse,
  OrganisationServicesOptions,
  OrganisationServicesResponse,
} from 'backstage-plugin-accountability-common';

/** Paths of the whole organisation in the OpenAPI document, with the types that go in and come out. */
export type OrganisationEndpoints = {
  '#get|/organisation': {
    query: OrganisationFilter;
    response: OrganisationResponse;
  };
  '#get|/organisation/coming': {
    query: OrganisationFilter;
    response: ComingResponse;
  };
  '#get|/organisation/services': {
    query: OrganisationServicesOptions;
    response: OrganisationServicesResponse;
  };
};
