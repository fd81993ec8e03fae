import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import request from 'supertest';
import { startPlugin } from '../../../__testUtils__/startPlugin';
import { component, group } from '../../../database/__testUtils__/testCatalog';
import { namedSeed } from './namedSeed';

const { word, id, events } = namedSeed;
const hidden = `component:default/${word}`;
const users = {
  seer: 'user:default/seer',
  stranger: 'user:default/stranger',
};

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - { id: quiet, title: Nothing broke, burden: reliability, level: bronze, expression: reliability.change_fail_rate == 0.0 }
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
  rules:
    - { check: ready/quiet, mode: enforce }
`;

/**
 * The plugin with payments and a service that one caller, the stranger, may not
 * see; `ask` calls as one of the two. Each is charged with what the other broke.
 */
export async function startNamed(knex: Knex, more: object[] = []) {
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(directory, 'ready.yaml'), policy);
  const lookups: (readonly string[])[] = [];
  const plugin = await startPlugin({
    knex,
    entities: [
      group('checkout'),
      group('search'),
      component('payments', {
        owner: 'group:default/checkout',
        slug: 'acme/payments',
        dependsOn: [hidden],
      }),
      component(word, {
        owner: 'group:default/search',
        slug: `acme/${word}`,
      }),
    ],
    hiddenFrom: { [users.stranger]: [hidden] },
    onLookup: refs => lookups.push(refs),
    settings: { policy: { paths: [directory] } },
  });
  await plugin.run('catalog-sync');
  await plugin.generic([...events, ...more]).expect(202);
  await plugin.settle();
  const ask = (
    user: keyof typeof users,
    { path, body }: { path: string; body?: object },
  ) => {
    const of = request(plugin.server);
    const asked = body ? of.post(path).send(body) : of.get(path);
    return asked.set('authorization', mockCredentials.user.header(users[user]));
  };
  const decide = async (name: string, incident: string, cause: string) =>
    ask('seer', {
      path: `/api/accountability/services/component/default/${name}/incidents/${encodeURIComponent(
        incident,
      )}/cause`,
      body: { cause, reason: `Both ${word} and payments went down` },
    }).expect(200);
  await decide('payments', id.decided, id.foreign);
  await decide(word, id.foreignIncident, id.own);
  await plugin.settle();
  return { ...plugin, ask, lookups };
}
