import { TestDatabases } from '@backstage/backend-test-utils';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  FactDefinition,
  defineFact,
} from 'backstage-plugin-accountability-engine';
import { component, group } from '../database/__testUtils__/testCatalog';
import { readServices } from '../ownership';
import {
  createWorkbench,
  day,
  hour,
  start,
} from './__testUtils__/createWorkbench';
import { readInputsAt } from './reads/readInputsAt';
import { gatherPast } from './restate/gatherPast';
import { replayInputs } from './restate/replayDays';
import { readInputs } from './work/readInputs';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const [pay, ledger] = ['component:default/pay', 'component:default/ledger'];

const counting: FactDefinition = defineFact({
  id: 'ownership.owner_resolves',
  burden: 'ownership',
  question: 'How many have siblings?',
  unit: 'count',
  windowDays: 28,
  needs: ['change'],
  source: 'A test',
  reads: ['siblings', 'servicesOfOwner'],
  measure: ({ siblings, servicesOfOwner }) => ({
    status: 'known',
    value: siblings?.size ?? -1,
    sampleSize: servicesOfOwner ?? -1,
    evidence: [],
    because: 'A test',
  }),
  examples: [],
});
const failing: FactDefinition = {
  ...counting,
  id: 'reliability.change_fail_rate',
  burden: 'reliability',
};

const merged = (slug: string, at: number): ChangeEvent => ({
  kind: 'change',
  record: `${slug}-${at}`,
  subject: `github:acme/${slug}`,
  at,
  state: 'merged',
  topics: ['PAY-1'],
});

describe.each(databases.eachSupportedId())('siblings on %s', id => {
  async function setUp() {
    const facts = [counting, failing];
    const bench = await createWorkbench(await databases.init(id), facts);
    await bench.sync([
      group('a'),
      component('pay', { owner: 'a', slug: 'acme/pay' }),
      component('ledger', { owner: 'a', slug: 'acme/ledger' }),
    ]);
    await bench.deliver([merged('pay', start - 2 * day)]);
    const { policy } = await bench.policy.revisionAt(start);
    return { ...bench, judgement: { ...bench.judgement, policy } };
  }
  type Bench = Awaited<ReturnType<typeof setUp>>;

  const due = ({ knex }: Bench) =>
    knex('assessment_queue').orderBy('entity_ref').pluck('entity_ref');

  /** The input of an assessment of now, of one as of then, and of a closed day. */
  const ways = {
    now: async ({ knex, judgement }: Bench, at: number) => {
      const asked = { ...judgement, entityRefs: [pay], now: at };
      return (await readInputs(knex, asked))[0].input;
    },
    then: async ({ knex, judgement, policy }: Bench, at: number) =>
      (await readInputsAt(knex, { ...judgement, policy, entityRef: pay, at }))
        ?.input,
    closed: async ({ knex, judgement }: Bench, at: number) => {
      const asked = { ...judgement, policyAt: async () => judgement.policy };
      const before = { ...judgement, entityRefs: [pay], now: at };
      const [file] = await readServices(knex, before);
      const instants = [at, at + 5 * day];
      const past = await gatherPast(knex, { ...asked, file, instants });
      const inputs: AssessInput[] = [];
      for await (const input of replayInputs(past)) inputs.push(input);
      return inputs.find(({ now }) => now === at);
    },
  };

  it.each(['now', 'then', 'closed'] as const)(
    'are those whose merge was by then (%s)',
    async way => {
      const bench = await setUp();
      await bench.deliver([merged('ledger', start - day)]);

      const before = await ways[way](bench, start - day - 1);
      const after = await ways[way](bench, start - day);

      expect(before?.siblings).toEqual(new Map());
      expect(after?.siblings).toEqual(
        new Map([[`pay-${start - 2 * day}`, [`ledger-${start - day}`]]]),
      );
      expect(after?.servicesOfOwner).toBe(2);
    },
  );

  it.each(['now', 'then', 'closed'] as const)(
    'are those of before the topic became one of a mass update (%s)',
    async way => {
      const bench = await setUp();
      const others = Array.from({ length: 31 }, (_, place) =>
        merged(`s${place}`, start - day - (place * hour) / 2),
      );
      await bench.deliver(others);

      const few = await ways[way](bench, start - day - 2 * hour);
      const many = await ways[way](bench, start - day);

      expect([...(few?.siblings ?? [])]).toMatchObject([
        [`pay-${start - 2 * day}`, { length: 27 }],
      ]);
      expect(many?.siblings).toEqual(new Map());
    },
  );

  it('make the other service due, which tells of them when it is assessed next', async () => {
    const bench = await setUp();
    await bench.worker.drain();
    const valueOf = async (entityRef: string) => {
      const [text] = await bench
        .knex('assessments')
        .where({ entity_ref: entityRef })
        .pluck('facts');
      return JSON.parse(text)[0].value;
    };
    expect(await valueOf(pay)).toBe(0);
    bench.clock.now = start + hour;
    await bench.knex('assessment_queue').delete();

    await bench.deliver([merged('ledger', start - day)]);
    const waiting = await due(bench);
    await bench.worker.drain();

    expect(waiting).toEqual([ledger, pay]);
    expect(await valueOf(pay)).toBe(1);
    expect(await valueOf(ledger)).toBe(1);
  });
});
