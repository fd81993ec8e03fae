import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import {
  FactProvider,
  ProvidedFacts,
} from 'backstage-plugin-accountability-node';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { readInstant, writeInstant } from '../database/instants';
import { ProviderReader } from './ProviderReader';
import { readReported } from './readReported';
import { reportedAt } from './reportedAt';
import { toReportedFacts } from './toReportedFacts';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse('2026-11-23T12:00:00Z');
const payments = 'component:default/payments';

const facts = [
  { id: 'sonar.coverage', unit: 'ratio', question: '?', maxAgeMs: 2 * day },
  { id: 'sonar.labels', unit: 'labels', question: '?', maxAgeMs: 2 * day },
] as const;

describe.each(databases.eachSupportedId())('asking for facts on %s', id => {
  async function setUp(services = [payments]) {
    const knex = await databases.init(id);
    await migrate(knex);
    await insertRows(
      knex,
      { table: 'services' },
      services.map(entity_ref => ({
        entity_ref,
        title: entity_ref,
        kind: 'Component',
        owner_resolves: true,
        entity: '{}',
        digest: '',
      })),
    );
    const clock = { now: start };
    const due: string[][] = [];
    const warnings: string[] = [];
    let pages: () => AsyncGenerator<readonly ProvidedFacts[]> =
      async function* none() {};
    const provider: FactProvider = {
      id: 'sonar',
      facts,
      everyMs: hour,
      read: () => pages(),
    };
    const createReader = (turnMs?: number) =>
      ProviderReader.create({
        database: knex,
        providers: [provider],
        logger: mockServices.logger.mock({ warn: text => warnings.push(text) }),
        onChanged: async (_, refs) => {
          due.push(refs);
        },
        turnMs,
        now: () => clock.now,
      });
    const reader = createReader();
    return {
      knex,
      clock,
      due,
      warnings,
      createReader,
      tell: (...told: (readonly ProvidedFacts[])[]) => {
        pages = async function* tell() {
          yield* told;
        };
      },
      fail: (message: string) => {
        pages = async function* fail() {
          yield [];
          throw new Error(message);
        };
      },
      /** Tells after another replica took the claim. */
      steal: (page: readonly ProvidedFacts[]) => {
        pages = async function* steal() {
          await knex('fact_providers').update({ lease: 'another' });
          yield page;
        };
      },
      hang: () => {
        pages = async function* hang() {
          await new Promise(() => {});
        };
      },
      run: () => reader.run({ signal }),
      at: async (at: number, entityRef = payments) => {
        const declared = toReportedFacts([provider]);
        const reported = await readReported(knex, {
          entityRefs: [entityRef],
          facts: declared,
          from: at,
          to: at,
        });
        return reportedAt(entityRef, { facts: declared, reported, at });
      },
      state: async () => {
        const [row] = await knex('fact_providers');
        return { ...row, dueIn: readInstant(row.due_at) - clock.now };
      },
    };
  }

  const coverage = (value: number, observedAt?: number) => [
    { entityRef: payments, values: { 'sonar.coverage': value }, observedAt },
  ];

  it('keeps what is told, and makes those services due', async () => {
    const { run, tell, due, at } = await setUp();
    tell([
      {
        entityRef: 'Component:default/Payments',
        values: { 'sonar.coverage': 0.8, 'sonar.labels': { b: '2', a: '1' } },
        observedAt: start - hour,
      },
    ]);

    expect(await run()).toBe(true);

    expect(due).toEqual([[payments]]);
    expect((await at(start)).reported).toEqual(
      new Map<string, unknown>([
        ['sonar.coverage', { value: 0.8, observedAt: start - hour }],
        [
          'sonar.labels',
          { value: { a: '1', b: '2' }, observedAt: start - hour },
        ],
      ]),
    );
  });

  it('says of a provider that told nothing yet that it is silent', async () => {
    const { run, tell, at, clock } = await setUp();
    const silent = async () =>
      (await at(start)).reportedFacts?.map(fact => fact.silent);

    await run();
    expect(await silent()).toEqual([true, true]);

    clock.now += hour;
    tell(coverage(1));
    await run();
    expect(await silent()).toEqual([undefined, undefined]);
  });

  it('is due once the value is another one, and not where it is the same', async () => {
    const { run, tell, due, clock } = await setUp();
    tell(coverage(0.8));
    await run();
    clock.now += hour;
    await run();
    expect(due).toHaveLength(1);

    clock.now += hour;
    tell(coverage(0.9));
    await run();

    expect(due).toEqual([[payments], [payments]]);
  });

  it('is due where the same is told of a value that was too old', async () => {
    const { run, tell, due, clock } = await setUp();
    tell(coverage(0.8));
    await run();

    clock.now += 2 * day;
    await run();

    expect(due).toHaveLength(2);
  });

  it('knows what was told by a past instant', async () => {
    const { run, tell, clock, at } = await setUp();
    tell(coverage(0.8));
    await run();
    clock.now += 3 * day;
    tell(coverage(0.9));
    await run();

    const told = async (instant: number) =>
      (await at(instant)).reported?.get('sonar.coverage');
    expect(await told(start - 1)).toBeUndefined();
    expect(await told(start)).toEqual({ value: 0.8, observedAt: start });
    expect(await told(start + 3 * day - 1)).toEqual({
      value: 0.8,
      observedAt: start,
    });
    expect(await told(start + 3 * day)).toEqual({
      value: 0.9,
      observedAt: start + 3 * day,
    });
  });

  it('keeps one value of a day, however often it changes', async () => {
    const { run, tell, clock, knex } = await setUp();
    for (const value of [1, 2, 3]) {
      tell(coverage(value));
      await run();
      clock.now += hour;
    }

    expect(await knex('reported_facts').pluck('value')).toEqual(['3']);
  });

  it('ignores what is older than what is known', async () => {
    const { run, tell, clock, at, due } = await setUp();
    tell(coverage(0.8, start));
    await run();
    clock.now += hour;
    tell(coverage(0.1, start - 1));
    await run();

    expect((await at(clock.now)).reported?.get('sonar.coverage')?.value).toBe(
      0.8,
    );
    expect(due).toHaveLength(1);
  });

  it('takes an instant ahead of the clock for now', async () => {
    const { run, tell, at } = await setUp();
    tell(coverage(0.8, start + day));

    await run();

    expect((await at(start)).reported?.get('sonar.coverage')?.observedAt).toBe(
      start,
    );
  });

  it('leaves out what is of another type or not declared, and says so once', async () => {
    const { run, tell, clock, at, warnings } = await setUp();
    tell([
      {
        entityRef: payments,
        values: { 'sonar.coverage': 'high', 'sonar.labels': {}, 'sonar.x': 1 },
      },
    ]);
    await run();
    clock.now += hour;
    await run();

    expect([...((await at(clock.now)).reported?.keys() ?? [])]).toEqual([
      'sonar.labels',
    ]);
    expect(warnings).toEqual([
      'sonar told facts that are left out, so that they are unknown: sonar.coverage of component:default/payments: it is no number; sonar.x: no fact of that id is declared',
    ]);
  });

  it('ignores services that are none of ours', async () => {
    const { run, tell, knex, warnings } = await setUp();
    tell([
      { entityRef: 'component:default/x', values: { 'sonar.coverage': 1 } },
    ]);

    expect(await run()).toBe(false);

    expect(await knex('reported_facts')).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('tells of a fault once, and tries again with growing waits', async () => {
    const { run, fail, clock, state, warnings } = await setUp();
    fail('401 from sonar');
    const waits: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      await run();
      const { dueIn } = await state();
      waits.push(dueIn / minute);
      clock.now += dueIn;
    }

    expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
    expect(warnings).toEqual([
      'sonar did not tell its facts: 401 from sonar. What it told before stays until it is too old.',
    ]);
  });

  it('keeps what was told before a fault, and is well after the next turn', async () => {
    const { run, tell, fail, clock, state, at } = await setUp();
    tell(coverage(0.8));
    await run();
    clock.now += hour;
    fail('boom');
    await run();

    expect(await state()).toMatchObject({ status: 'fault', faults: 1 });
    expect((await at(clock.now)).reported?.size).toBe(1);
    clock.now += hour;
    tell(coverage(0.8));
    await run();
    expect(await state()).toMatchObject({
      status: 'read',
      faults: 0,
      because: null,
      services: 1,
    });
  });

  it('gives up on one that never ends', async () => {
    const { createReader, hang, state } = await setUp();
    hang();

    await createReader(50).run({ signal });

    expect(await state()).toMatchObject({
      because: 'sonar did not tell its facts: it did not end in time.',
    });
  });

  it('is asked by one replica, and not before its time', async () => {
    const { createReader, knex, clock, tell } = await setUp();
    let asked = 0;
    tell();
    const readers = [createReader(), createReader()];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/from .services./.test(sql)) asked += 1;
    });

    await Promise.all(readers.map(reader => reader.run({ signal })));
    await readers[0].run({ signal });
    expect(asked).toBe(1);

    clock.now += hour;
    await readers[1].run({ signal });
    expect(asked).toBe(2);
  });

  it('writes nothing once another replica has the claim', async () => {
    const { run, knex, steal, due, state } = await setUp();
    steal(coverage(0.8));

    expect(await run()).toBe(false);

    expect(await knex('reported_facts')).toEqual([]);
    expect(due).toEqual([]);
    expect(await state()).toMatchObject({ lease: 'another', status: null });
  });

  it('takes a number of statements that does not grow with services', async () => {
    const refs = Array.from(
      { length: 400 },
      (_, i) => `component:default/s${i}`,
    );
    const count = async (told: string[]) => {
      const { knex, run, tell } = await setUp(refs);
      tell(
        told.map(entityRef => ({ entityRef, values: { 'sonar.coverage': 1 } })),
      );
      const counts = countStatements(knex);
      await run();
      return counts.all;
    };

    expect(await count(refs)).toBe(await count(refs.slice(0, 2)));
  });

  it('forgets what has been replaced for more than 400 days', async () => {
    const { knex, run, clock, tell } = await setUp();
    tell(coverage(0.8));
    await run();
    clock.now += day;
    tell(coverage(0.9));
    await run();

    clock.now += 402 * day;
    tell(coverage(0.9));
    await run();

    expect(await knex('reported_facts').select('since')).toHaveLength(1);
    expect(
      await knex('reported_facts').where('since', writeInstant(start)),
    ).toEqual([]);
  });
});
