import { TestDatabases } from '@backstage/backend-test-utils';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import {
  clear,
  migrate,
  readTables,
} from '../records/__testUtils__/testDatabase';
import { everySource, SourceUnderTest } from './__testUtils__/everySource';
import { seeded } from './__testUtils__/mutate';
import { testIntake } from './__testUtils__/testIntake';
import { testKeyOf } from './__testUtils__/testKeyOf';
import { readDelivery } from './readDelivery';
import { VerifiedDelivery } from './VerifiedDelivery';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ROUNDS = 4;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map(item => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const read = ({ source, examples }: SourceUnderTest) =>
  examples.map(example => readDelivery(source, incoming(example), testKeyOf));

/** The same delivery come again under another id, as redeliveries and pollers do. */
const again = (delivery: VerifiedDelivery, round: number) => ({
  ...delivery,
  id: `${delivery.id} again ${round}`,
  dedupeKey: `${delivery.dedupeKey} again ${round}`,
});

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  async function tablesOf(
    given: SourceUnderTest,
    deliveries: readonly VerifiedDelivery[],
    replicas: number,
  ): Promise<string> {
    await clear(knex);
    const intakes = Array.from({ length: replicas }, () =>
      testIntake(knex, [given.source]),
    );
    await Promise.all(
      deliveries.map((delivery, index) =>
        intakes[index % replicas].inbox.take(delivery),
      ),
    );
    await Promise.all(intakes.map(({ inbox }) => inbox.settled()));
    expect(await knex('inbox')).toEqual([]);
    return JSON.stringify(await readTables(knex));
  }

  it.each(everySource.map(given => ({ ...given, name: given.source.id })))(
    'what $name sends ends in the same tables, in any order, again, and by two backends at once',
    async given => {
      const random = seeded(7);
      const deliveries = read(given);
      const plain = await tablesOf(given, deliveries, 1);

      const others: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const repeated = deliveries
          .filter(() => random() < 0.4)
          .map(delivery => again(delivery, round));
        const order = shuffled([...deliveries, ...repeated], random);
        others.push(await tablesOf(given, order, 2));
      }

      expect(
        deliveries.filter(
          ({ collected }) =>
            collected.status === 'accepted' && collected.events.length > 0,
        ).length,
      ).toBeGreaterThan(0);
      expect(others).toEqual(Array(ROUNDS).fill(plain));
    },
  );
});
