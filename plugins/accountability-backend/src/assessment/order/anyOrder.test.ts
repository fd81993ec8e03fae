import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { seeded } from '../../ingestion/__testUtils__/mutate';
import { createDice } from './__testUtils__/createDice';
import { createHistory } from './__testUtils__/createHistory';
import { outcomeOf } from './__testUtils__/outcomeOf';
import { playWithTwo } from './__testUtils__/play';
import { anyhow, atOnce, oneByOne } from './__testUtils__/timetable';

jest.setTimeout(24 * 60 * 60_000);

/** Companies whose history is played on each database; FUZZ_HISTORIES plays more, FUZZ_SEED others. */
const HISTORIES = Number(process.env.FUZZ_HISTORIES ?? 2);
const SEED = Number(process.env.FUZZ_SEED ?? 20261123);
const seeds = Array.from({ length: HISTORIES }, (_, i) => SEED * 1000 + i);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const databaseIds = databases.eachSupportedId().flat();

async function setUp(id: (typeof databaseIds)[number]): Promise<Knex> {
  const knex = await databases.init(id);
  await migrate(knex);
  return knex;
}

describe.each(databaseIds)(
  'records, links, facts, results and closed days on %s',
  id => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await setUp(id);
    });

    it.each(seeds)(
      'are the same in any order of deliveries as rebuilt from scratch (company %i)',
      async seed => {
        const history = createHistory(seed);
        const dice = createDice(seeded(-seed));

        const rebuilt = await outcomeOf(knex, history, {
          steps: atOnce(history),
        });
        const inOrder = await outcomeOf(knex, history, {
          steps: oneByOne(dice, history),
        });
        const shuffled = await outcomeOf(knex, history, {
          steps: anyhow(dice, history),
        });

        expect(rebuilt.since).toEqual([]);
        expect(inOrder).toEqual(rebuilt);
        expect(shuffled).toEqual(rebuilt);
      },
    );
  },
);

describe.each(databaseIds.filter(id => id.startsWith('POSTGRES')))(
  'two replicas on %s',
  id => {
    it.each(seeds.slice(0, Math.ceil(HISTORIES / 2)))(
      'that assess and restate at once come to the same (company %i)',
      async seed => {
        const knex = await setUp(id);
        const history = createHistory(seed);
        const dice = createDice(seeded(seed + 1));

        const rebuilt = await outcomeOf(knex, history, {
          steps: atOnce(history),
        });
        const shared = await outcomeOf(knex, history, {
          steps: anyhow(dice, history),
          by: playWithTwo,
        });

        expect(shared).toEqual(rebuilt);
      },
    );
  },
);
