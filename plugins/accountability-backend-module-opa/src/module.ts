import { createBackendModule } from '@backstage/backend-plugin-api';

/** See the README of this package. */
export const accountabilityModuleOpa = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'opa',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
