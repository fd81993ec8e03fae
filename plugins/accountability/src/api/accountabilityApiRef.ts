import { createApiRef } from '@backstage/frontend-plugin-api';
import { AccountabilityApi } from 'backstage-plugin-accountability-common';

/** The API of Accountability, as every page of the portal asks it. */
export const accountabilityApiRef = createApiRef<AccountabilityApi>().with({
  id: 'plugin.accountability.api',
  pluginId: 'accountability',
});
