import { mkdtempSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import mcpActions from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import accountability from 'backstage-plugin-accountability-backend';
import { stringify } from 'yaml';

/** What a user may not do; everything else is allowed. */
export interface Limits {
  /** Names of permissions. */
  denied?: string[];
  /** Sees only entities of the catalog that this group owns. */
  seesOnly?: string;
}

/** What a test wants of the backend. */
export interface Given {
  entities: object[];
  /** YAML. */
  policy: string;
  /** By entity ref of the user. */
  limits: Record<string, Limits>;
  /** Of the configuration, besides what is set here. */
  settings?: NonNullable<Parameters<typeof mockServices.rootConfig>[0]>['data'];
  features?: Parameters<typeof startTestBackend>[0]['features'];
}

const ALLOW = { result: 'ALLOW' } as const;
const DENY = { result: 'DENY' } as const;

function createPermissions(limits: Given['limits']) {
  const limitsOf = (credentials: { principal: unknown }): Limits => {
    const { principal } = credentials;
    return typeof principal === 'object' &&
      principal !== null &&
      'userEntityRef' in principal &&
      typeof principal.userEntityRef === 'string'
      ? limits[principal.userEntityRef] ?? {}
      : {};
  };
  const decide = (
    permission: { name: string },
    { denied = [], seesOnly }: Limits,
  ): typeof ALLOW | typeof DENY =>
    denied.includes(permission.name) ||
    // Of single entities it is asked by search, of those that others own.
    (seesOnly && permission.name === 'catalog.entity.read')
      ? DENY
      : ALLOW;
  return mockServices.permissions.mock({
    authorize: async (queries, { credentials }) =>
      queries.map(({ permission }) =>
        decide(permission, limitsOf(credentials)),
      ),
    authorizeConditional: async (queries, { credentials }) =>
      queries.map(({ permission }) => {
        const own = limitsOf(credentials);
        if (permission.name !== 'catalog.entity.read' || !own.seesOnly) {
          return decide(permission, own);
        }
        return {
          result: 'CONDITIONAL',
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [own.seesOnly] },
          },
        };
      }),
  }).factory;
}

/**
 * The plugin beside the real catalog and the real MCP server, on SQLite and on
 * a port of its own.
 */
export async function startAgentBackend(given: Given) {
  const directory = mkdtempSync(join(tmpdir(), 'agents-'));
  const catalogFile = join(directory, 'catalog.yaml');
  writeFileSync(
    catalogFile,
    given.entities.map(entity => stringify(entity)).join('---\n'),
  );
  writeFileSync(join(directory, 'policy.yaml'), given.policy);
  const { server } = await startTestBackend({
    features: [
      accountability,
      catalog,
      mcpActions,
      schedulerServiceFactory,
      createPermissions(given.limits),
      mockServices.rootConfig.factory({
        data: {
          ...given.settings,
          permission: { enabled: true },
          backend: { actions: { pluginSources: ['accountability'] } },
          catalog: {
            processingInterval: { seconds: 2 },
            rules: [{ allow: ['Component', 'Group', 'User', 'System'] }],
            locations: [{ type: 'file', target: catalogFile }],
          },
          accountability: {
            api: { checkAnswers: true },
            ownership: { syncInterval: { seconds: 1 } },
            policy: { paths: [join(directory, 'policy.yaml')] },
            codeowners: { enabled: false },
            runtimes: { enabled: false },
          },
        },
      }),
      ...(given.features ?? []),
    ],
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const clients: Client[] = [];
  return {
    url,
    /** An MCP client whose calls are those of a user, or of whoever the header says. */
    connect: async (
      user: string,
      header: string = mockCredentials.user.header(user),
    ) => {
      const client = new Client({ name: 'test', version: '1' });
      clients.push(client);
      await client.connect(
        new StreamableHTTPClientTransport(
          new URL(`${url}/api/mcp-actions/v1`),
          { requestInit: { headers: { authorization: header } } },
        ),
      );
      return client;
    },
    close: async () => {
      await Promise.all(clients.map(client => client.close()));
    },
  };
}
