import { createBackendModule } from '@backstage/backend-plugin-api';

/** See the README of this package. */
export const catalogModuleAccountability = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'accountability',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
