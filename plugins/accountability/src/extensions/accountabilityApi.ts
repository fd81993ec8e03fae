import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { AccountabilityClient } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../api';

/** The client of the portal: it asks through the app's `fetch`, which carries who asks. */
export const accountabilityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: accountabilityApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        new AccountabilityClient({
          baseUrl: 'plugin://accountability',
          fetch: fetchApi.fetch,
        }),
    }),
});
