import { createBackendModule } from '@backstage/backend-plugin-api';

/** See the README of this package. */
export const accountabilityModuleTechInsights = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'tech-insights',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
