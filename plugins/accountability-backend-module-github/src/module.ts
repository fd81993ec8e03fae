import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readSecrets,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { createGithubSource } from './createGithubSource';

/** Adds GitHub as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModuleGithub = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: sourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const read = readSecrets(config, 'github');
        if (read.ok) sources.addSource(createGithubSource(read.secrets));
        else logger.warn(read.because);
      },
    });
  },
});
