import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { PolicyClient } from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../api';

/** The client of policy, exemptions, campaigns and gates. */
export const policyApi = ApiBlueprint.make({
  name: 'policy',
  params: defineParams =>
    defineParams({
      api: policyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        new PolicyClient({
          baseUrl: 'plugin://accountability',
          fetch: fetchApi.fetch,
        }),
    }),
});
