import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { readMappings } from './readMappings';

/** Adds a source for each mapping of the configuration. A bad one stays off, with a sentence in the log, and the others are added all the same. */
export const accountabilityModuleMapping = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'mapping',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: sourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        for (const made of readMappings(config)) {
          if (made.ok) sources.addSource(made.source);
          else logger.warn(made.because);
        }
      },
    });
  },
});
