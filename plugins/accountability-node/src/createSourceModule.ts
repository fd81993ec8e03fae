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
          for (const id of Object.keys(options.sources)) {
            const made = makeSource(options, id, config);
            if ('because' in made)
              logger.warn(`The source ${id} is off: ${made.because}`);
            else sources.addSource(made);
          }
        },
      });
    },
  });
}

/** A source, or why it is off: settings that cannot be meant so switch off that source alone. */
function makeSource(
  { sources }: SourceModuleOptions,
  id: string,
  config: Config,
): DeliverySource | { because: string } {
  try {
    const read = readSecrets(config, id);
    if (!read.ok && !comesOtherwise(config, id)) return read;
    const source = sources[id](read.ok ? read.secrets : [], config);
    return read.ok ? source : { ...source, verify: () => read };
  } catch (error) {
    return { because: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether what a source says is asked for by other ways than webhooks. */
function comesOtherwise(config: Config, id: string): boolean {
  const key = 'accountability.events.sources';
  const listened = config.getOptionalStringArray(key) ?? [];
  const poll = config.getOptionalConfig(`accountability.sources.${id}.poll`);
  const polled = poll && poll.getOptionalBoolean('enabled') !== false;
  return polled || listened.includes(id);
}
