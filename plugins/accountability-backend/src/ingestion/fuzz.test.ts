import { TestDatabases } from '@backstage/backend-test-utils';
import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import request from 'supertest';
import { migrate } from '../records/__testUtils__/testDatabase';
import { everySource } from './__testUtils__/everySource';
import { mutate, seeded } from './__testUtils__/mutate';
import { realDeliveries } from './__testUtils__/realDeliveries';
import { testIntake } from './__testUtils__/testIntake';

jest.setTimeout(60 * 60_000);

/** The nightly form takes 100,000. */
const DELIVERIES = Number(process.env.FUZZ_DELIVERIES ?? 5000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const AT_ONCE = 8;
/** Heap that a run may leave behind, however many deliveries it takes. */
const MOST_HEAP_MIB = 300;

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const databaseIds = databases.eachSupportedId();

interface Seed {
  source: string;
  headers: Record<string, string>;
  body: string;
}

function toSeed(source: string, { headers, body }: ExampleDelivery): Seed {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    source,
    headers: Object.fromEntries(given),
    body: Buffer.isBuffer(body) ? body.toString('utf8') : text,
  };
}

const seeds: Seed[] = [
  ...everySource.flatMap(({ source, examples }) =>
    examples.map(example => toSeed(source.id, example)),
  ),
  ...realDeliveries,
];

describe.each(databaseIds)('mutated payloads on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  it('are all answered below 500, stored with a verdict, and applied', async () => {
    const random = seeded(SEED);
    const { app, inbox } = testIntake(
      knex,
      everySource.map(({ source }) => source),
    );
    const server = app.listen(0);
    const count = Math.ceil(DELIVERIES / databaseIds.length);
    const faults: string[] = [];
    let taken = 0;
    const before = process.memoryUsage().heapUsed;
    const lane = async () => {
      while (taken < count) {
        taken += 1;
        const seed = seeds[Math.floor(random() * seeds.length)];
        const answer = await request(server)
          .post(`/deliveries/${seed.source}`)
          .set('content-type', 'application/json')
          .set(seed.headers)
          .serialize(body => body)
          .send(mutate(seed.body, random));
        const crashed = JSON.stringify(answer.body).includes('failed on it');
        if (answer.status >= 500 || crashed) {
          faults.push(
            `${seed.source} ${JSON.stringify(seed.headers)}: ${
              answer.status
            } ${JSON.stringify(answer.body).slice(0, 300)}`,
          );
        }
      }
    };

    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await inbox.settled();
    server.close();

    expect(faults).toEqual([]);
    expect(await knex('inbox').select('source', 'trouble')).toEqual([]);
    const left = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
    expect(left).toBeLessThan(MOST_HEAP_MIB);
  });
});
