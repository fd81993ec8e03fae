import {
  coreServices,
  createBackendModule,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  DeliverySource,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { createUploadSources } from './createUploadSources';

/** Adds what CI uploads as sources. They are always on: callers are Backstage principals, and there is no secret to configure. */
export const accountabilityModuleUploads = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'uploads',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: sourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        for (const source of makeSources(config, logger)) {
          sources.addSource(source);
        }
      },
    });
  },
});

/** Markers that cannot be meant so switch off the source that reads them: without them history would pass for unmarked. */
function makeSources(config: Config, logger: LoggerService): DeliverySource[] {
  try {
    return createUploadSources(config);
  } catch (error) {
    logger.warn(`The source git-log is off: ${error}`);
    return createUploadSources().filter(({ id }) => id !== 'git-log');
  }
}
