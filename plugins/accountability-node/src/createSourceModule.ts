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

/**
 * Makes the backend module of sources of webhooks. One without a secret takes
 * no webhooks; it is on all the same where it is polled or listened to on
 * Backstage's events service, and off otherwise.
 */
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
            const secrets = read.ok ? read.secrets : [];
            const source = create(secrets, config);
            if (read.ok) sources.addSource(source);
            else if (comesOtherwise(config, id))
              sources.addSource({ ...source, verify: () => read });
            else logger.warn(`The source ${id} is off: ${read.because}`);
          }
        },
      });
    },
  });
}

/** Whether what a source says is asked for by other ways than webhooks. */
function comesOtherwise(config: Config, id: string): boolean {
  const key = 'accountability.events.sources';
  const listened = config.getOptionalStringArray(key) ?? [];
  const poll = config.getOptionalConfig(`accountability.sources.${id}.poll`);
  const polled = poll && poll.getOptionalBoolean('enabled') !== false;
  return polled || listened.includes(id);
}
