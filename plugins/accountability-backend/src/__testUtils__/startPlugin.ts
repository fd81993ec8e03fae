import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  BackendFeature,
  SchedulerServiceTaskInvocationDefinition,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonValue } from '@backstage/types';
import githubModule from 'backstage-plugin-accountability-backend-module-github';
import pagerdutyModule from 'backstage-plugin-accountability-backend-module-pagerduty';
import { Knex } from 'knex';
import { memoize } from 'lodash';
import request from 'supertest';
import { readQueue } from '../assessment';
import { migrate } from '../database/__testUtils__/migrate';
import { accountabilityPlugin } from '../plugin';
import { callerOf } from './callerOf';
import { createPermissions } from './createPermissions';

const root = '/api/accountability';

/** What a test wants of the backend around the plugin. */
export interface Given {
  knex: Knex;
  entities: Entity[];
  /** Refs that nobody but the plugin itself may read. */
  hidden?: string[];
  /** Permissions that nobody has. */
  denied?: string[];
  /** Permissions that a user has not, by their entity ref. */
  deniedTo?: Record<string, string[]>;
  /** The only permissions of a machine, by its subject. */
  restrictedTo?: Record<string, string[]>;
  /** Refs that a user may not read, by their entity ref. */
  hiddenFrom?: Record<string, string[]>;
  /** Told the refs of each question for several entities that a user asks the catalog. */
  onLookup?(entityRefs: readonly string[]): void;
  /** Groups of a user, by their entity ref. */
  members?: Record<string, string[]>;
  /** Modules besides those of the two sources. */
  modules?: BackendFeature[];
  /** Settings of `accountability` besides those of the two sources. */
  settings?: Record<string, JsonValue>;
}

/** A catalog of which callers may read some entities only. */
function createCatalog({
  hidden = [],
  hiddenFrom = {},
  ...given
}: Omit<Given, 'knex'>) {
  const all = catalogServiceMock({ entities: given.entities });
  const readableBy = memoize((user: string) =>
    catalogServiceMock({
      entities: given.entities.filter(
        entity =>
          ![...hidden, ...(hiddenFrom[user] ?? [])].includes(
            stringifyEntityRef(entity),
          ),
      ),
    }),
  );
  return catalogServiceMock.mock({
    streamEntities: all.streamEntities.bind(all),
    getEntityByRef: (ref, options) =>
      readableBy(callerOf(options).user).getEntityByRef(ref),
    getEntitiesByRefs: (query, options) => {
      if (callerOf(options).machine !== '') return all.getEntitiesByRefs(query);
      given.onLookup?.(query.entityRefs);
      return readableBy(callerOf(options).user).getEntitiesByRefs(query);
    },
  });
}

/** Runs the plugin with its two source modules; tasks run when a test says so. */
export async function startPlugin(given: Given) {
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const audited: { eventId: string; meta: unknown; ended: string }[] = [];
  await migrate(given.knex);
  const { server } = await startTestBackend({
    features: [
      accountabilityPlugin,
      githubModule,
      pagerdutyModule,
      ...(given.modules ?? []),
      mockServices.database.factory({ knex: given.knex }),
      mockServices.rootConfig.factory({
        data: {
          accountability: {
            ...given.settings,
            api: { checkAnswers: true },
            sources: {
              github: { secrets: ['gh'] },
              pagerduty: { secrets: ['pd'] },
            },
          },
        },
      }),
      createPermissions(given).factory,
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const userEntityRef = callerOf({ credentials }).user;
          const groups = given.members?.[userEntityRef] ?? [];
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groups],
          };
        },
      }).factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => {
          const event = { eventId, meta, ended: 'never' };
          audited.push(event);
          return {
            success: async () => {
              event.ended = 'success';
            },
            fail: async () => {
              event.ended = 'fail';
            },
          };
        },
      }).factory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => createCatalog(given),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            scheduleTask: async task => {
              tasks.set(task.id, task);
            },
          }),
      }),
    ],
  });
  const run = async (task: string) =>
    tasks.get(task)?.fn(new AbortController().signal);
  return {
    server,
    tasks,
    /** Audit events, as they ended. */
    audited,
    run,
    get: (path: string) => request(server).get(`${root}${path}`),
    post: (path: string, body: object) =>
      request(server).post(`${root}${path}`).send(body),
    github: (payload: object, secret = 'gh') => {
      const body = JSON.stringify(payload);
      return request(server)
        .post(`${root}/deliveries/github`)
        .set('content-type', 'application/json')
        .set('x-github-event', 'deployment_status')
        .set('x-hub-signature-256', `sha256=${sign(body, secret)}`)
        .send(body);
    },
    pagerduty: (payload: object) => {
      const body = JSON.stringify(payload);
      return request(server)
        .post(`${root}/deliveries/pagerduty`)
        .set('content-type', 'application/json')
        .set('x-pagerduty-signature', `v1=${sign(body, 'pd')}`)
        .send(body);
    },
    generic: (events: object[]) =>
      request(server).post(`${root}/deliveries/generic`).send(events),
    /** Brings everything that is due up to date; another drain may be at some of it. */
    settle: async () => {
      const isDue = async () =>
        (await given.knex('inbox').first()) !== undefined ||
        (await readQueue(given.knex, { now: Date.now() })).due > 0;
      do {
        await run('assessment-worker');
        // SQLite answers at once, so that without a pause the other drain never gets its turn.
        await setTimeout(10);
      } while (await isDue());
    },
  };
}

function sign(body: string, secret: string) {
  return createHmac('sha256', secret).update(body).digest('hex');
}
