import { createBackendModule } from '@backstage/backend-plugin-api';

/** See the README of this package. */
export const searchModuleAccountability = createBackendModule({
  pluginId: 'search',
  moduleId: 'accountability',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
