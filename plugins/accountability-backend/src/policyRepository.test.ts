import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';
import { factProvidersExtensionPoint } from 'backstage-plugin-accountability-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { startPlugin } from './__testUtils__/startPlugin';
import { component, group } from './database/__testUtils__/testCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = 86_400_000;
const repository = resolve(
  __dirname,
  '../../accountability-cli/examples/policy-repository',
);

/** What the repository says that others measure. */
const othersFacts = z
  .array(z.object({ id: z.string(), unit: z.literal('ratio') }))
  .parse(parse(readFileSync(join(repository, 'facts.yaml'), 'utf8')));

const others = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'others',
  register(env) {
    env.registerInit({
      deps: { providers: factProvidersExtensionPoint },
      init: async ({ providers }) =>
        providers.addProvider({
          ...{ id: 'others', everyMs: day },
          facts: othersFacts.map(fact => ({
            ...{ ...fact, question: '?', maxAgeMs: day },
          })),
          async *read() {},
        }),
    });
  },
});

/** A host that has the repository, and gives what is below the folder that it is asked for. */
const host = mockServices.urlReader.mock({
  readTree: async (url, options) => {
    const folder = join(repository, url.split('/tree/main/')[1]);
    const paths = readdirSync(folder).filter(path =>
      options?.filter?.(path, { size: 1 }),
    );
    return {
      etag: 'v1',
      files: async () =>
        paths.map(path => ({
          path,
          content: async () => readFileSync(join(folder, path)),
        })),
      archive: async () => Readable.from([]),
      dir: async () => '',
    };
  },
});

const whole = { state: 'active', faults: [], unsound: [] };

/** Documents, and of their rules those that are not in force. */
function standing({ documents }: PolicyStatusResponse) {
  return documents.map(({ file, state, faults, rules }) => ({
    ...{ file, state, faults },
    unsound: rules.filter(rule => rule.state !== 'active'),
  }));
}

describe.each(databases.eachSupportedId())('the plugin on %s', id => {
  it.each([
    {
      given: 'a clone of it',
      location: { type: 'file', target: join(repository, 'policies') },
    },
    {
      given: 'its host',
      location: {
        type: 'url',
        target: 'https://github.com/acme/policies/tree/main/policies',
      },
    },
  ])(
    'has the example of a repository of policy in force from $given',
    async ({ location }) => {
      const plugin = await startPlugin({
        knex: await databases.init(id),
        entities: [
          group('checkout'),
          component('payments', { owner: 'group:default/checkout' }),
          component('ledger', { owner: 'group:default/gone' }),
        ],
        modules: [others, host.factory],
        settings: { policy: { locations: [location] } },
      });
      for (const task of ['policy-reload', 'catalog-sync']) {
        await plugin.run(task);
      }
      await plugin.settle();

      const { body: policy } = await plugin.get('/policy');
      const ask = async (name: string) => {
        const { body } = await plugin.post(
          '/gates/deploy-production/decisions',
          { entityRef: `component:default/${name}`, point: 'deploy' },
        );
        return body;
      };

      expect(policy.sources).toMatchObject([
        { location: location.target, files: 2 },
      ]);
      expect(standing(policy)).toEqual([
        { file: 'deploy-production.yaml', ...whole },
        { file: 'production-standard.yaml', ...whole },
      ]);
      const ownerExists = 'production-standard/owner-exists';
      const ruleOf = (outcome: string) =>
        expect.arrayContaining([
          expect.objectContaining({ rule: ownerExists, outcome }),
        ]);
      expect(await ask('ledger')).toMatchObject({
        outcome: 'deny',
        rules: ruleOf('fail'),
      });
      expect(await ask('payments')).toMatchObject({ rules: ruleOf('pass') });
    },
  );
});
