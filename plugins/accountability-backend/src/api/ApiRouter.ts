import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { Endpoints } from './endpoints';

/** A router that knows the OpenAPI document. */
export type ApiRouter = ReturnType<
  typeof createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>
>;
