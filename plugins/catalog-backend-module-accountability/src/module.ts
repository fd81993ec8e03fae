import { randomUUID } from 'crypto';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { standingTopic } from 'backstage-plugin-accountability-common';
import { StandingProcessor } from './StandingProcessor';
import { StandingProvider } from './StandingProvider';
import { StandingReader } from './StandingReader';
import { Standings } from './Standings';
import { readSettings } from './readSettings';
import { refsOfEvent } from './refsOfEvent';

/** Puts the level that a service has reached, and the state of its worst burden, on its entity as labels. */
export const catalogModuleAccountability = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'accountability',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ processing, scheduler, events, ...services }) {
        const settings = readSettings(services.config);
        const standings = new Standings();
        const provider = StandingProvider.create({
          ...services,
          ...settings,
          standings,
          reader: StandingReader.create({ ...services, ...settings }),
        });
        processing.addProcessor(
          StandingProcessor.create({ ...settings, standings }),
        );
        processing.addEntityProvider(provider);
        await events.subscribe({
          // Subscribers of one id share events, and every replica has a memory of its own.
          id: `accountability-${randomUUID()}`,
          topics: [standingTopic],
          onEvent: async ({ eventPayload }) =>
            provider.readSome(refsOfEvent(eventPayload)),
        });
        // Events come at most once: what is lost is found here.
        await scheduler.scheduleTask({
          id: 'accountability-standings',
          scope: 'local',
          frequency: { minutes: 5 },
          initialDelay: { seconds: 3 },
          timeout: { minutes: 4 },
          fn: async signal => {
            try {
              await provider.readAll(signal);
            } catch (error) {
              services.logger.warn(
                'Where services stand could not be read; entities keep their labels, and the next run tries again',
                error instanceof Error ? error : new Error(String(error)),
              );
            }
          },
        });
      },
    });
  },
});
