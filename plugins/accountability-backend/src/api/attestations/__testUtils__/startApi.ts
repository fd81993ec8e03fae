import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import request from 'supertest';
import { createApiRouter, readJson } from '../..';
import { createKeyOf } from '../../../database/createKeyOf';
import { DebtCosts } from '../../../organisation';
import { EngineVersions, GateSources } from '../../../gates';
import { AttestationSettings } from '../../../governance';
import { CatalogSync } from '../../../ownership';

/** What a test wants of the backend around the API. */
export interface Given {
  knex: Knex;
  entities: Entity[];
  /** Refs that callers may not read. */
  hidden?: string[];
  /** Permissions that nobody has. */
  denied?: string[];
  /** Groups by the person who belongs to them. */
  members?: Record<string, string[]>;
  attestation?: AttestationSettings;
  gates?: Partial<GateSources>;
  now: () => number;
}

/** Brings the tables in line with the catalog at an instant. */
export async function sync(
  { knex, entities }: Pick<Given, 'knex' | 'entities'>,
  at: number,
): Promise<void> {
  await CatalogSync.create({
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    database: { getClient: async () => knex },
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig(),
    keyOf: createKeyOf('a secret of tests alone'),
    onChanged: async () => {},
    now: () => at,
  }).run();
}

function createPermissions({ hidden = [], denied = [] }: Given) {
  const ALLOW = { result: AuthorizeResult.ALLOW } as const;
  return mockServices.permissions.mock({
    authorize: async queries =>
      queries.map(({ permission }) =>
        denied.includes(permission.name)
          ? { result: AuthorizeResult.DENY }
          : ALLOW,
      ),
    authorizeConditional: async queries =>
      queries.map(({ permission }) =>
        hidden.length === 0
          ? ALLOW
          : {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: permission.resourceType,
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: permission.resourceType,
                params: {},
              },
            },
      ),
  });
}

const nothingPast = () => Promise.reject(new Error('not asked in these tests'));

/** The API alone, with a catalog, people and permissions as given. */
export async function startApi(given: Given) {
  const { knex, entities, hidden = [], members = {} } = given;
  const audited: { eventId: string; meta: unknown; ended: string }[] = [];
  const woken: number[] = [];
  const api = createBackendPlugin({
    pluginId: 'accountability',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          userInfo: coreServices.userInfo,
        },
        async init(services) {
          services.httpRouter.use(readJson);
          services.httpRouter.use(
            createApiRouter({
              ...services,
              database: knex,
              sources: [],
              past: {
                assessAt: nothingPast,
                measureEvidence: nothingPast,
                readMetric: nothingPast,
                previewCause: nothingPast,
                calibrateWindow: nothingPast,
                placeDeployment: nothingPast,
                readChanges: nothingPast,
              },
              policy: { current: nothingPast, status: nothingPast },
              gates: {
                database: knex,
                policy: { current: nothingPast },
                exemptionsOf: async () => [],
                engines: [],
                versions: EngineVersions.create([]),
                settings: { keepDecisionsMs: Infinity, mask: [] },
                logger: mockServices.logger.mock(),
                ...given.gates,
              },
              organisation: { current: nothingPast },
              costs: new DebtCosts(new Map()),
              wake: () => woken.push(given.now()),
              wakeBacktests: () => {},
              attestation: given.attestation ?? { everyDays: 180 },
              exemptions: {
                maxDays: { low: 180, medium: 90, high: 60, critical: 30 },
              },
              serviceKinds: ['Component'],
              references: [],
              syncInterval: '2 minutes',
              checkAnswers: true,
              now: given.now,
            }),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      api,
      createPermissions(given).factory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock({
            entities: entities.filter(
              one => !hidden.includes(stringifyEntityRef(one)),
            ),
          }),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const userEntityRef = refOf(credentials);
          const ownershipEntityRefs = members[userEntityRef] ?? [];
          return { userEntityRef, ownershipEntityRefs };
        },
      }).factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => {
          const event = { eventId, meta, ended: 'never' };
          audited.push(event);
          const end = (how: string) => async () => {
            event.ended = how;
          };
          return { success: end('success'), fail: end('fail') };
        },
      }).factory,
    ],
  });
  const root = '/api/accountability';
  const asUser = mockCredentials.user.header;
  return {
    audited,
    woken,
    get: (path: string, user = 'user:default/kim') =>
      request(server).get(`${root}${path}`).set('authorization', asUser(user)),
    post: (path: string, body: object, user = 'user:default/kim') =>
      request(server)
        .post(`${root}${path}`)
        .set('authorization', asUser(user))
        .send(body),
    postAsNobody: (path: string, body: object) =>
      request(server)
        .post(`${root}${path}`)
        .set('authorization', mockCredentials.none.header())
        .send(body),
    postAsMachine: (path: string, body: object) =>
      request(server)
        .post(`${root}${path}`)
        .set('authorization', mockCredentials.service.header())
        .send(body),
  };
}

function refOf({ principal }: BackstageCredentials): string {
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : '';
}
