import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ScorecardCollatorFactory } from './ScorecardCollatorFactory';
import { readSchedule } from './readSchedule';

/** Where services stand, in the search of Backstage. See the README of this package. */
export const searchModuleAccountability = createBackendModule({
  pluginId: 'search',
  moduleId: 'accountability',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scheduler: coreServices.scheduler,
        indexRegistry: searchIndexRegistryExtensionPoint,
      },
      async init({ indexRegistry, scheduler, config, ...services }) {
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(readSchedule(config)),
          factory: ScorecardCollatorFactory.create(services),
        });
      },
    });
  },
});
