import {
  BackendFeature,
  coreServices,
  createBackendModule,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Poller } from './Poller';
import { pollersExtensionPoint } from './pollersExtensionPoint';

/** A poller, or why there is none; undefined where nobody asked for one. */
export type MadePoller = Poller | { because: string } | undefined;

/** A module that adds the poller of a source. */
export interface PollerModuleOptions {
  /** Id of the module: `github-poller`. */
  moduleId: string;
  create(given: { config: Config; logger: LoggerService }): MadePoller;
}

/** Makes the backend module of a poller. One that lacks something stays off, and the plugin starts all the same. */
export function createPollerModule(
  options: PollerModuleOptions,
): BackendFeature {
  return createBackendModule({
    pluginId: 'accountability',
    moduleId: options.moduleId,
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          logger: coreServices.logger,
          pollers: pollersExtensionPoint,
        },
        async init({ config, logger, pollers }) {
          const made = makePoller(options, { config, logger });
          if (!made) return;
          if ('because' in made) logger.warn(made.because);
          else pollers.addPoller(made);
        },
      });
    },
  });
}

/** Settings that cannot be meant so switch off this poller alone. */
function makePoller(
  { moduleId, create }: PollerModuleOptions,
  given: { config: Config; logger: LoggerService },
): MadePoller {
  try {
    return create(given);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { because: `${moduleId} is off: ${because}` };
  }
}
