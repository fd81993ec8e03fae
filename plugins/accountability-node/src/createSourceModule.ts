import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { DeliverySource } from './DeliverySource';
import { sourcesExtensionPoint } from './extensionPoints';
import { readSecrets } from './readSecrets';

/** A module that adds one or more sources. */
export interface SourceModuleOptions {
  /** Id of the module: `github`. */
  moduleId: string;
  /** Each source with how it is made out of the secrets of `accountability.sources.<id>.secrets`. */
  sources: Readonly<
    Record<
      string,
      (secrets: readonly string[], config: Config) => DeliverySource
    >
  >;
}

/** Makes the backend module of sources of webhooks. One without a secret stays off, and the plugin starts all the same. */
export function createSourceModule(
  options: SourceModuleOptions,
): BackendFeature {
  return createBackendModule({
    pluginId: 'accountability',
    moduleId: options.moduleId,
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          logger: coreServices.logger,
          sources: sourcesExtensionPoint,
        },
        async init({ config, logger, sources }) {
          for (const [id, create] of Object.entries(options.sources)) {
            const read = readSecrets(config, id);
            if (read.ok) sources.addSource(create(read.secrets, config));
            else logger.warn(read.because);
          }
        },
      });
    },
  });
}
