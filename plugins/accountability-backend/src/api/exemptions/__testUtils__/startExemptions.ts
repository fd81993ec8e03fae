import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import request from 'supertest';
import { startPlugin } from '../../../__testUtils__/startPlugin';
import { component, group } from '../../../database/__testUtils__/testCatalog';

export const DAY = 86_400_000;
export const checkout = 'group:default/checkout';
export const shop = 'system:default/shop';
export const ref = (name: string) => `component:default/${name}`;
/** Of the team, and asks. */
export const kim = 'user:default/kim';
/** Of another team, and decides. */
export const lee = 'user:default/lee';
/** Decides, too. */
export const ann = 'user:default/ann';
/** May read alone. */
export const ron = 'user:default/ron';
export const machine = 'external:test-service';

const create = 'accountability.exemption.create';
const decide = 'accountability.exemption.decide';

const scorecard = (name: string, spec: string, checks: string) => `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ${name}, title: ${name} }
spec:
  ${spec}
  checks:
${checks}
`;
const check = (id: string, more: string) => `
    - { id: ${id}, title: The ${id}, burden: ownership, expression: ownership.owner_resolves, ${more} }`;

const policies = {
  ready: scorecard(
    'ready',
    'levels: [bronze]',
    check('owned', 'level: bronze, severity: medium') +
      check('tested', 'severity: low') +
      check('scanned', 'severity: critical') +
      check('asleep', 'mode: "off"'),
  ),
  ideas: scorecard('ideas', 'draft: true', check('owned', 'severity: low')),
};

const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop' },
  spec: { owner: checkout },
};

/** A request that nothing is wrong with. */
export const asked = (given: object = {}) => ({
  scorecard: 'ready',
  check: 'owned',
  subject: { by: 'service', ref: ref('lost') },
  reason: 'The team is being formed anew',
  expiresAt: new Date(Date.now() + 20 * DAY).toISOString(),
  ...given,
});

/** The plugin over a policy of its own, with people who may do different things. */
export async function startExemptions(
  knex: Knex,
  given: { hidden?: string[]; denied?: string[] } = {},
) {
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  const writePolicy = (name: string, text: string) =>
    writeFileSync(join(directory, `${name}.yaml`), text);
  for (const [name, text] of Object.entries(policies)) writePolicy(name, text);
  const backend = await startPlugin({
    knex,
    entities: [
      group('checkout'),
      system,
      component('lost', { owner: 'group:default/gone', system: 'shop' }),
      component('payments', { owner: checkout, system: 'shop' }),
      component('secret', { owner: checkout }),
    ],
    hidden: given.hidden,
    denied: given.denied,
    deniedTo: { [ron]: [create, decide], [kim]: [decide] },
    settings: { policy: { paths: [directory] } },
  });
  await backend.run('catalog-sync');
  await backend.settle();
  const root = '/api/accountability/exemptions';
  const asUser = mockCredentials.user.header;
  const send = (path: string, body: object, authorization: string) =>
    request(backend.server)
      .post(`${root}${path}`)
      .set('authorization', authorization)
      .send(body);
  const post = (path: string, body: object, user = kim) =>
    send(path, body, asUser(user));
  const idOf = async (given_: object = {}, user = kim): Promise<string> =>
    (await post('', asked(given_), user).expect(201)).body.id;
  return {
    ...backend,
    writePolicy,
    post,
    /** By a machine. */
    postAsMachine: (path: string, body: object) =>
      send(path, body, mockCredentials.service.header()),
    /** By nobody. */
    postAsNobody: (path: string, body: object) =>
      send(path, body, mockCredentials.none.header()),
    get: (path: string, user = kim) =>
      request(backend.server)
        .get(`${root}${path}`)
        .set('authorization', asUser(user)),
    getAsNobody: (path: string) =>
      request(backend.server)
        .get(`${root}${path}`)
        .set('authorization', mockCredentials.none.header()),
    idOf,
    /** Asked for by one and approved by another. */
    grant: async (given_: object = {}): Promise<string> => {
      const id = await idOf(given_);
      await post(`/${id}/decision`, { verdict: 'approved' }, lee).expect(200);
      return id;
    },
    statusOf: async (service: string) => {
      await backend.settle();
      const { body } = await backend.get(
        `/services/component/default/${service}/scorecard`,
      );
      return body.assessment.scorecards[0].checks.find(
        (one: { check: string }) => one.check === 'owned',
      );
    },
  };
}
