import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { RegressionDigest } from './RegressionDigest';
import { RegressionDigests } from './RegressionDigests';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 23);
const minute = (count: number) => start + count * MINUTE;
const group = 'group:default/checkout';
const scorecard = 'ready';

/** A check (or the level, without one) of a service that turned. */
interface Turn {
  service?: string;
  owner?: string;
  removed?: boolean;
  check?: string;
  from?: string;
  to?: string;
  at?: number;
}

const tables = [
  'services',
  'transitions',
  'check_results',
  'service_levels',
  'policy_revisions',
  'told_regressions',
  'owner_digests',
];
const known = new Set(['scan', 'tests']);
const titles = (digest: RegressionDigest) =>
  digest.services.map(({ title, checks, levels }) =>
    [title, ...checks, ...levels.map(({ from, to }) => `${from}>${to}`)].join(
      ' ',
    ),
  );

describe.each(databases.eachSupportedId())('regressions on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  async function setUp(turns: Turn[] = [{}]) {
    for (const table of tables) await knex(table).delete();
    for (const turn of turns) await addTurn(knex, turn);
    const sent: RegressionDigest[] = [];
    const outside = { isDown: false };
    const create = () =>
      RegressionDigests.create({
        database: knex,
        quietMs: 60 * MINUTE,
        readChecks: async () => (of, check) =>
          of === scorecard && known.has(check)
            ? { title: check.toUpperCase() }
            : undefined,
        send: async digest => {
          if (outside.isDown) throw new Error('Nobody answers');
          sent.push(digest);
        },
      });
    const run = (at: number) => create().run({ now: minute(at) });
    return { sent, outside, run };
  }

  it('are told to the group of the service, once', async () => {
    const { sent, run } = await setUp([
      {},
      { check: 'tests', from: 'exempt' },
      { service: 'ledger', check: '', from: 'gold', to: 'bronze' },
    ]);

    await run(6);
    await run(7);
    await run(90);

    expect(sent).toHaveLength(1);
    expect(sent[0].owner).toBe(group);
    expect(titles(sent[0])).toEqual(['Ledger gold>bronze', 'Pay SCAN TESTS']);
  });

  it.each<{ given: string; turn: Turn }>([
    { given: 'that stands for less than five minutes', turn: { at: 1.5 } },
    { given: 'from unknown', turn: { from: 'unknown' } },
    { given: 'from a warning', turn: { from: 'warn' } },
    { given: 'that is back to pass', turn: { from: 'fail', to: 'pass' } },
    { given: 'to unknown', turn: { to: 'unknown' } },
    { given: 'of more than a day ago', turn: { at: -24 * 60 } },
    { given: 'that is not enforced', turn: { check: 'audited' } },
    { given: 'of a service that is gone', turn: { removed: true } },
    { given: 'of a person’s service', turn: { owner: 'user:default/kim' } },
    {
      given: 'up to a higher level',
      turn: { check: '', from: 'bronze', to: 'gold' },
    },
    {
      given: 'from a level that the ladder has no more',
      turn: { check: '', from: 'platinum', to: 'none' },
    },
  ])('a turn $given is not told', async ({ turn }) => {
    const { sent, run } = await setUp([turn]);

    const { owners, failed } = await run(6);

    expect({ owners, failed, sent }).toEqual({
      owners: 0,
      failed: 0,
      sent: [],
    });
  });

  it('are told together with those that are younger, and the group is then left alone for an hour', async () => {
    const { sent, run } = await setUp([{}, { check: 'tests', at: 5 }]);

    await run(6);
    await addTurn(knex, { service: 'ledger', at: 10 });
    await run(65);
    await run(66);

    expect(sent.map(titles)).toEqual([['Pay SCAN TESTS'], ['Ledger SCAN']]);
    expect(sent[0].round).not.toBe(sent[1].round);
  });

  it('are told anew once the check had passed again', async () => {
    const { sent, run } = await setUp();

    await run(6);
    await addTurn(knex, { from: 'fail', to: 'pass', at: 20 });
    await run(21);
    await addTurn(knex, { at: 70 });
    await run(80);

    expect(sent.map(titles)).toEqual([['Pay SCAN'], ['Pay SCAN']]);
  });

  it('are tried again later and later where nobody takes them, and lost by no fault', async () => {
    const { outside, sent, run } = await setUp();
    outside.isDown = true;

    const failed = [];
    for (const at of [6, 6.5, 7, 8, 9]) failed.push((await run(at)).failed);
    outside.isDown = false;
    await run(13);

    expect(failed).toEqual([1, 0, 1, 0, 1]);
    expect(sent.map(titles)).toEqual([['Pay SCAN']]);
  });

  it('are told by one of several replicas', async () => {
    const { sent, run } = await setUp([
      {},
      { service: 'ledger', owner: 'group:default/ledger' },
    ]);

    await Promise.all([run(6), run(6), run(6)]);

    expect(sent.map(({ owner }) => owner).sort()).toEqual([
      group,
      'group:default/ledger',
    ]);
  });

  it('are told by another replica once the one that claimed them is gone', async () => {
    const { sent, run } = await setUp();
    await knex('owner_digests').insert({
      owner_ref: group,
      due_at: writeInstant(minute(6)),
      attempts: 0,
      lease: 'of a replica that crashed',
      leased_until: writeInstant(minute(11)),
    });

    await run(10);
    expect(sent).toEqual([]);
    await run(11);

    expect(sent).toHaveLength(1);
  });

  it('of a change of policy are counted by check', async () => {
    const { sent, run } = await setUp([
      { service: 'ledger', at: -5 },
      ...['a', 'b', 'c'].map(service => ({ service })),
      { service: 'a', check: 'tests', at: 2 },
      { service: 'b', check: '', from: 'gold', to: 'none' },
    ]);
    await knex('policy_revisions').insert({
      digest: 'abc',
      in_force_from: writeInstant(minute(-1)),
      files: '[]',
    });

    await run(6);

    expect(sent.map(titles)).toEqual([['Ledger SCAN']]);
    expect(sent[0].policy).toEqual({
      checks: [
        { title: 'SCAN', services: 3 },
        { title: 'TESTS', services: 1 },
      ],
      fallen: 1,
    });
  });

  it('take no more statements for more services', async () => {
    const counted = [];
    for (const size of [1, 40]) {
      const { run } = await setUp(
        Array.from({ length: size }, (_, i) => ({ service: `s${i}` })),
      );
      const counts = countStatements(knex);
      await run(6);
      counted.push(counts.all);
    }

    expect(counted[1]).toBe(counted[0]);
  });
});

/** Stores a turn as an assessment does. */
async function addTurn(knex: Knex, turn: Turn): Promise<void> {
  const { service = 'pay', check = 'scan', from = 'pass', to = 'fail' } = turn;
  const entityRef = `component:default/${service}`;
  const at = writeInstant(minute(turn.at ?? 0));
  const of = { entity_ref: entityRef, scorecard };
  await insertRows(knex, { table: 'services', key: ['entity_ref'] }, [
    {
      entity_ref: entityRef,
      title: service[0].toUpperCase() + service.slice(1),
      kind: 'Component',
      owner_ref: turn.owner ?? group,
      owner_resolves: true,
      entity: '{}',
      digest: '',
      removed_at: turn.removed ? at : null,
    },
  ]);
  await insertRows(knex, { table: 'transitions' }, [
    {
      ...of,
      at,
      check_id: check,
      from_status: from,
      to_status: to,
      because: '',
    },
  ]);
  if (check) {
    await insertRows(
      knex,
      { table: 'check_results', key: ['entity_ref', 'scorecard', 'check_id'] },
      [{ ...of, check_id: check, burden: 'security', status: to, since: at }],
    );
    return;
  }
  const ladder = ['bronze', 'silver', 'gold'];
  await insertRows(
    knex,
    { table: 'service_levels', key: ['entity_ref', 'scorecard'] },
    [
      {
        ...of,
        level: to === 'none' ? null : to,
        rank: ladder.indexOf(to) + 1,
        ladder: JSON.stringify(ladder),
        since: at,
      },
    ],
  );
}
