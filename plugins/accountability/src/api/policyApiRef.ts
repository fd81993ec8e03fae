import { createApiRef } from '@backstage/frontend-plugin-api';
import { PolicyApi } from 'backstage-plugin-accountability-common';

/** Policy, and what people decide about it, as pages of the portal ask for it. */
export const policyApiRef = createApiRef<PolicyApi>().with({
  id: 'plugin.accountability.policy',
  pluginId: 'accountability',
});
