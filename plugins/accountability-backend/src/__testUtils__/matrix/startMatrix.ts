import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Knex } from 'knex';
import request from 'supertest';
import { component, group } from '../../database/__testUtils__/testCatalog';
import { startPlugin } from '../startPlugin';
import { rights } from './rights';
import { roles } from './roles';
import { seed } from './seed';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * The plugin with one service of the group checkout, of which there is
 * something to read at every route, and `ask`, which calls as a role.
 */
export async function startMatrix(knex: Knex) {
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(directory, 'ready.yaml'), seed.policy);
  const service = component('payments', {
    owner: 'group:default/checkout',
    slug: 'acme/payments',
  });
  const backend = await startPlugin({
    ...rights,
    knex,
    entities: [
      group('checkout'),
      group('search'),
      component('ledger', {
        owner: 'group:default/search',
        slug: 'acme/ledger',
        dependsOn: [seed.payments],
      }),
      { ...service, metadata: { ...service.metadata, title: seed.title } },
    ],
    settings: { policy: { paths: [directory] } },
  });
  await backend.run('catalog-sync');
  await backend.generic(seed.events).expect(202);
  await backend.settle();
  const ask = (role: keyof typeof roles, method: string, path: string) => {
    const known = methods.find(one => one === method);
    if (!known) throw new Error(`Say how to call ${method} in startMatrix`);
    return request(backend.server)
      [known](`/api/accountability${path}`)
      .set('authorization', roles[role].authorization);
  };
  const write = async (path: string, body: object) => {
    const answer = await ask('owner', 'post', path).send(body);
    if (!answer.ok) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  await write(
    `/services/component/default/ledger/incidents/${encodeURIComponent(
      seed.broken,
    )}/cause`,
    { cause: seed.deployment, reason: 'Both went down at the same moment' },
  );
  await backend.settle();
  const backtest = await write('/backtests', {
    policy: seed.candidate,
    days: 7,
  });
  const isDone = async () =>
    (await ask('owner', 'get', `/backtests/${backtest.id}`)).body.state ===
    'done';
  while (!(await isDone())) await setTimeout(20);
  const broken = await write('/gates/production/decisions', {
    entityRef: seed.payments,
    breakGlass: { reason: 'Customers cannot pay at all' },
  });
  const written = await write('/campaigns', seed.campaign);
  const toDecide = await write('/exemptions', seed.exemption('quiet'));
  const toRevoke = await write('/exemptions', seed.exemption('owned'));
  const replay = await write('/replays', { source: 'generic' });
  return {
    ask,
    server: backend.server,
    /** Of one of each thing, by what it is. */
    ids: {
      backtest: backtest.id,
      broken: broken.id,
      campaign: written.campaign.id,
      toDecide: toDecide.id,
      toRevoke: toRevoke.id,
      replay: replay.id,
    },
  };
}
