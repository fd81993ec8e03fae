import { TestDatabases } from '@backstage/backend-test-utils';
import { createPagerdutySource } from 'backstage-plugin-accountability-backend-module-pagerduty';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import request from 'supertest';
import {
  clear,
  migrate,
  readTables,
} from '../records/__testUtils__/testDatabase';
import { testIntake } from './__testUtils__/testIntake';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const trusting: DeliverySource = {
  ...createPagerdutySource(['unused']),
  verify: () => ({ ok: true }),
};

interface Given {
  id: string;
  type: string;
  second: number;
  incident: string;
  service: string;
}

const anyDelivery: fc.Arbitrary<Given> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom(
    'incident.triggered',
    'incident.acknowledged',
    'incident.resolved',
    'incident.reopened',
    'incident.service_updated',
    'incident.priority_updated',
    'incident.annotated',
    'service.updated',
  ),
  second: fc.integer({ min: 10, max: 16 }),
  incident: fc.constantFrom('P1', 'P2', 'P3'),
  service: fc.constantFrom('S1', 'S2'),
});

const bodyOf = (given: Given) => ({
  event: {
    id: given.id,
    event_type: given.type,
    occurred_at: `2026-11-23T12:00:${given.second}Z`,
    data: {
      id: given.incident,
      created_at: '2026-11-23T12:00:00Z',
      service: { id: given.service },
      urgency: 'high',
    },
  },
});

describe.each(databases.eachSupportedId())('order of deliveries on %s', id => {
  let knex: Knex;
  let replicas: ReturnType<typeof testIntake>[];
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    replicas = [1, 2].map(() => testIntake(knex, [trusting]));
  });

  const send = async (given: Given, replica = 0) => {
    const answer = await request(replicas[replica].app)
      .post('/deliveries/pagerduty')
      .send(bodyOf(given));
    expect(answer.status).toBe(202);
  };

  async function tablesOf(work: () => Promise<unknown>) {
    await clear(knex);
    await work();
    await Promise.all(replicas.map(({ inbox }) => inbox.settled()));
    return JSON.stringify(await readTables(knex));
  }

  it('changes nothing, nor do repetitions and replicas', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyDelivery, {
          selector: ({ id: of }) => of,
          minLength: 2,
          maxLength: 10,
        }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        async (deliveries, keys) => {
          const shuffled = [...deliveries, ...deliveries.slice(0, 5)]
            .map((delivery, index) => ({ delivery, key: keys[index] }))
            .sort((a, b) => a.key - b.key);

          const plain = await tablesOf(async () => {
            for (const delivery of deliveries) await send(delivery);
          });
          const other = await tablesOf(() =>
            Promise.all(
              shuffled.map(({ delivery, key }) => send(delivery, key % 2)),
            ),
          );

          expect(other).toBe(plain);
        },
      ),
      { numRuns: 8 },
    );
  });
});
