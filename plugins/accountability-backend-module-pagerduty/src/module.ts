import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readSecrets,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { createPagerdutySource } from './createPagerdutySource';

/** Adds PagerDuty as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModulePagerduty = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: sourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const read = readSecrets(config, 'pagerduty');
        if (read.ok) sources.addSource(createPagerdutySource(read.secrets));
        else logger.warn(read.because);
      },
    });
  },
});
