import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  FactDefinition,
  builtInFacts,
  defineFact,
} from 'backstage-plugin-accountability-engine';
import { component, group } from '../database/__testUtils__/testCatalog';
import {
  createWorkbench,
  day,
  keyOf,
  start,
} from './__testUtils__/createWorkbench';
import { readServices } from '../ownership';
import { readInputsAt } from './reads/readInputsAt';
import { gatherPast } from './restate/gatherPast';
import { replayInputs } from './restate/replayDays';
import { readInputs } from './work/readInputs';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const entityRef = 'component:default/pay';

const reader: FactDefinition = defineFact({
  id: 'ownership.test',
  burden: 'ownership',
  question: 'Who is it?',
  unit: 'count',
  windowDays: 28,
  needs: ['change'],
  source: 'A test',
  reads: ['people', 'authorship'],
  measure: () => ({
    status: 'known',
    value: 1,
    sampleSize: 1,
    evidence: [],
    because: 'A test',
  }),
  examples: [],
});

const ada: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', annotations: { 'github.com/user-login': 'ada' } },
  spec: { memberOf: ['a'], profile: { email: 'ada@acme.example' } },
};
const entities = [
  group('a'),
  component('pay', { owner: 'a', slug: 'acme/pay' }),
  ada,
];
const adas = keyOf('user:user:default/ada');
const stranger = keyOf('github:stranger');

const merged = (at: number, author: string): ChangeEvent => ({
  kind: 'change',
  record: `change-${at}`,
  subject: 'github:acme/pay',
  at,
  state: 'merged',
  author: keyOf(author),
  paths: ['src/x.ts'],
  reviews: [{ by: stranger, verdict: 'approve', at }],
});

describe.each(databases.eachSupportedId())('people on %s', id => {
  async function setUp(facts = [...builtInFacts, reader]) {
    const bench = await createWorkbench(await databases.init(id), facts);
    await bench.sync(entities);
    await bench.deliver([
      merged(start - 3 * day, 'github:ada'),
      merged(start - 3 * day + 1, 'email:ada@acme.example'),
      merged(start - 600 * day, 'github:ada'),
      merged(start - day, 'github:stranger'),
    ]);
    const { policy } = await bench.policy.revisionAt(start);
    const { judgement } = bench;
    return { ...bench, judgement: { ...judgement, policy } };
  }
  type Bench = Awaited<ReturnType<typeof setUp>>;

  /** The input of an assessment of now, of one as of then, and of a closed day. */
  const ways = {
    now: async ({ knex, judgement }: Bench, at: number) => {
      const asked = { ...judgement, entityRefs: [entityRef], now: at };
      return (await readInputs(knex, asked))[0].input;
    },
    then: async ({ knex, judgement, policy }: Bench, at: number) =>
      (await readInputsAt(knex, { ...judgement, policy, entityRef, at }))
        ?.input,
    closed: async ({ knex, judgement }: Bench, at: number) => {
      const asked = { ...judgement, policyAt: async () => judgement.policy };
      const before = { ...judgement, entityRefs: [entityRef], now: at };
      const [file] = await readServices(knex, before);
      const past = await gatherPast(knex, { ...asked, file, instants: [at] });
      let last: AssessInput | undefined;
      for await (const input of replayInputs(past)) last = input;
      return last;
    },
  };

  it.each(['now', 'then', 'closed'] as const)(
    'are one under all of their keys, in records and in what they worked on (%s)',
    async way => {
      const bench = await setUp();

      const input = await ways[way](bench, start);

      const changes = (input?.records ?? []).filter(
        one => one.kind === 'change' && one.startedAt > start - 10 * day,
      );
      expect(changes).toMatchObject([
        { author: adas, reviews: [{ by: stranger }] },
        { author: adas },
        { author: stranger },
      ]);
      expect(input?.people?.memberships.get(adas)).toEqual([
        { group: 'group:default/a' },
      ]);
      expect(input?.people?.memberships.has(stranger)).toBe(false);
      expect(input?.people?.sizes.get('group:default/a')).toBe(1);
      expect(input?.people?.least).toBe(5);
      const midnight = start - (start % day);
      const days = [...(input?.authorship ?? [])].sort(
        (x, y) => x.day - y.day || x.changes - y.changes,
      );
      expect(days).toMatchObject([
        { contributor: stranger, day: midnight - 3 * day, reviews: 2 },
        { contributor: adas, day: midnight - 3 * day, changes: 2 },
        { contributor: stranger, day: midnight - day, changes: 1 },
      ]);
    },
  );

  it('are not read where no fact looks at them', async () => {
    const bench = await setUp(
      builtInFacts.filter(({ reads }) => reads === undefined),
    );
    const statements: string[] = [];
    bench.knex.on('query', ({ sql }) => statements.push(sql));

    const input = await ways.now(bench, start);

    expect(input).toMatchObject({ people: undefined, authorship: undefined });
    expect(
      statements.filter(sql => /authorship|contributors|memberships/.test(sql)),
    ).toEqual([]);
  });

  it('worked on nothing that is known where nobody told of authors', async () => {
    const bench = await createWorkbench(await databases.init(id), [reader]);
    await bench.sync(entities);
    const { policy } = await bench.policy.revisionAt(start);

    const [{ input }] = await readInputs(bench.knex, {
      ...bench.judgement,
      policy,
      entityRefs: [entityRef],
      now: start,
    });

    expect(input.authorship).toBeUndefined();
    expect(input.people).toBeDefined();
  });
});
