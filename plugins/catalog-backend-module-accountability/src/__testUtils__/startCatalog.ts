import { setTimeout as sleep } from 'timers/promises';
import {
  BackendFeature,
  SchedulerServiceTaskInvocationDefinition,
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  CatalogService,
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  ServiceStanding,
  StandingsResponse,
  standingTopic,
} from 'backstage-plugin-accountability-common';
import { catalogModuleAccountability } from '../module';

/** Services that a page of standings has. */
const PAGE = 2;

/** What the plugin that assesses answers in a test, and what it was asked. */
export interface FakeAccountability {
  standings: ServiceStanding[];
  isDown: boolean;
  /** Refs of each question; absent where it was about all. */
  asked: (string[] | undefined)[];
}

/** Services of Backstage that a test uses, once they are there. */
interface Found {
  catalog?: CatalogService;
  events?: EventsService;
}

/** A component as a descriptor has it. */
export function component(
  name: string,
  labels?: Record<string, string>,
): Entity {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(labels && { labels }),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'a' },
  };
}

/** The real catalog with the module in it, which processes an entity on its own every half hour; tasks run when a test says so. */
export async function startCatalog(given: {
  /** Where another catalog was before; by default an empty one. */
  database?: BackendFeature;
  entities: Entity[];
  /** What assesses: a fake, or the plugin itself. */
  assessor: FakeAccountability | BackendFeature;
}) {
  const processed = new Map<string, number>();
  const found: Found = {};
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleAccountability,
      eventsServiceFactory,
      createFeeder(given.entities, { processed, found }),
      'asked' in given.assessor
        ? createAssessor(given.assessor)
        : given.assessor,
      ...(given.database ? [given.database] : []),
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.set(task.id, task);
        },
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          catalog: { processingInterval: { minutes: 30 } },
          events: { useEventBus: 'never' },
          accountability: { codeowners: { enabled: false } },
        },
      }),
    ],
  });
  const { catalog, events } = found;
  if (!catalog || !events) throw new Error('The backend did not start');
  const run = async (task: string) =>
    tasks.get(task)?.fn(new AbortController().signal);
  return {
    /** How often each entity was processed. */
    processed,
    stop: () => backend.stop(),
    run,
    /** Runs the task that reads all standings. */
    readAll: () => run('accountability-standings'),
    publish: (eventPayload: unknown) =>
      events.publish({ topic: standingTopic, eventPayload }),
    ...createQuestions(catalog),
  };
}

/** What a test asks the catalog. */
function createQuestions(catalog: CatalogService) {
  const auth = mockServices.auth();
  const find = async (filter: Record<string, string>) => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.queryEntities({ filter }, { credentials });
    return items.map(({ metadata }) => metadata.name).sort();
  };
  return {
    find,
    labelsOf: async (name: string) => {
      const entity = await catalog.getEntityByRef(`component:default/${name}`, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      return entity?.metadata.labels;
    },
    /** Waits until the query finds just these, and says how long that took, in milliseconds. */
    until: async (filter: Record<string, string>, names: string[]) => {
      const begun = performance.now();
      while (`${await find(filter)}` !== `${names}`) {
        if (performance.now() - begun > 20_000) {
          throw new Error(`The catalog has ${await find(filter)}`);
        }
        await sleep(50);
      }
      return performance.now() - begun;
    },
  };
}

function createFeeder(
  entities: Entity[],
  { processed, found }: { processed: Map<string, number>; found: Found },
) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'feeder',
    register: env =>
      env.registerInit({
        deps: {
          catalog: catalogServiceRef,
          events: eventsServiceRef,
          processing: catalogProcessingExtensionPoint,
        },
        init: async ({ catalog, events, processing }) => {
          Object.assign(found, { catalog, events });
          processing.addEntityProvider({
            getProviderName: () => 'feeder',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity,
                  locationKey: 'feeder',
                })),
              }),
          });
          processing.addProcessor({
            getProcessorName: () => 'Counter',
            postProcessEntity: async entity => {
              const ref = stringifyEntityRef(entity);
              processed.set(ref, (processed.get(ref) ?? 0) + 1);
              return entity;
            },
          });
        },
      }),
  });
}

function createAssessor(accountability: FakeAccountability) {
  return createBackendPlugin({
    pluginId: 'accountability',
    register: env =>
      env.registerInit({
        deps: { router: coreServices.httpRouter },
        init: async ({ router }) => {
          router.use((req, res) => {
            if (accountability.isDown) {
              res.status(503).json({ error: { name: 'Down', message: '' } });
              return;
            }
            const { searchParams } = new URL(req.url, 'http://localhost');
            const refs = searchParams.get('entityRefs')?.split(',');
            const from = Number(searchParams.get('cursor') ?? 0);
            if (from === 0) accountability.asked.push(refs);
            res.json(answer(accountability.standings, { refs, from }));
          });
        },
      }),
  });
}

function answer(
  all: readonly ServiceStanding[],
  { refs, from }: { refs?: readonly string[]; from: number },
): StandingsResponse {
  const asked = refs
    ? all.filter(({ entityRef }) => refs.includes(entityRef))
    : all;
  const next = from + PAGE;
  return {
    asOf: 0,
    standings: asked.slice(from, next),
    ...(next < asked.length && { nextCursor: String(next) }),
  };
}
