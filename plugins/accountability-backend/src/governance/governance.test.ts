import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { decideCause, overrideInForce, readOverrides, withdrawCause } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const incident = 'pagerduty:incident:I1';
const decision = {
  incident,
  entityRef: 'component:default/pay',
  cause: 'github:deployment:acme/pay:1',
  reason: 'The postmortem says so.',
  by: 'user:default/kim',
  at: 1000,
};

describe.each(databases.eachSupportedId())('decisions on causes on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await migrate(knex);
    return knex;
  }
  const decide = (knex: Knex, given: Partial<typeof decision> = {}) =>
    knex.transaction(trx => decideCause(trx, { ...decision, ...given }));
  const withdraw = (knex: Knex, at: number) =>
    knex.transaction(trx =>
      withdrawCause(trx, {
        incident,
        by: 'user:default/lee',
        reason: 'It was another one.',
        at,
      }),
    );
  const read = async (knex: Knex) =>
    (await readOverrides(knex, { incidents: [incident] })).get(incident) ?? [];

  it('are kept with who decided, when and why', async () => {
    const knex = await setUp();

    const kept = await decide(knex);

    expect(await read(knex)).toEqual([kept]);
    expect(kept).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      cause: decision.cause,
      reason: decision.reason,
      by: decision.by,
      at: 1000,
    });
  });

  it('give way to the next and stay in the history', async () => {
    const knex = await setUp();
    await decide(knex);

    await decide(knex, { cause: undefined, at: 2000 });

    const entries = await read(knex);
    expect(entries).toMatchObject([
      { at: 2000 },
      { cause: decision.cause, at: 1000, withdrawn: { at: 2000 } },
    ]);
    expect(entries[0]).not.toHaveProperty('cause');
    expect(overrideInForce(entries, 999)).toBeUndefined();
    expect(overrideInForce(entries, 1999)?.at).toBe(1000);
    expect(overrideInForce(entries, 2000)?.at).toBe(2000);
  });

  it('are withdrawn and not deleted', async () => {
    const knex = await setUp();
    await decide(knex);

    const withdrawn = await withdraw(knex, 3000);

    expect(withdrawn?.withdrawn).toEqual({
      by: 'user:default/lee',
      at: 3000,
      reason: 'It was another one.',
    });
    expect(await read(knex)).toEqual([withdrawn]);
    expect(await withdraw(knex, 4000)).toBeUndefined();
  });

  it('never end before they began, whatever the clocks of replicas say', async () => {
    const knex = await setUp();
    await decide(knex, { at: 5000 });

    await decide(knex, { at: 4000 });

    expect(await read(knex)).toMatchObject([
      { at: 5001 },
      { at: 5000, withdrawn: { at: 5000 } },
    ]);
  });

  it('of many replicas at once leave one in force', async () => {
    const knex = await setUp();

    await Promise.all(
      Array.from({ length: 8 }, (_, i) => decide(knex, { at: 1000 + i })),
    );

    const entries = await read(knex);
    expect(entries).toHaveLength(8);
    expect(entries.filter(entry => !entry.withdrawn)).toHaveLength(1);
  });

  it('cannot both be in force, not even by hand', async () => {
    const knex = await setUp();
    await decide(knex);
    const [row] = await knex('cause_overrides');

    const second = knex('cause_overrides').insert({ ...row, id: 'other' });

    await expect(second).rejects.toThrow(/unique/i);
  });

  it('are read in one statement, however many incidents', async () => {
    const knex = await setUp();
    await decide(knex);
    const statements = countStatements(knex);
    const others = Array.from({ length: 2000 }, (_, i) => `incident-${i}`);

    const found = await readOverrides(knex, {
      incidents: [...others, incident],
    });

    expect([...found.keys()]).toEqual([incident]);
    expect(statements.all).toBe(1);
  });
});
