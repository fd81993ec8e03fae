import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../database/__testUtils__/testCatalog';
import { writeInstant } from '../database/instants';
import { pruneDecisions } from './pruneDecisions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);

describe.each(databases.eachSupportedId())('decisions of gates on %s', id => {
  async function setUp(ages: number[]) {
    const knex = await databases.init(id);
    await migrate(knex);
    await knex.batchInsert(
      'gate_decisions',
      ages.map((age, index) => ({
        id: `${index}`.padStart(5, '0'),
        entity_ref: 'component:default/pay',
        gate: 'production',
        at: writeInstant(now - age),
        outcome: 'allow',
        point: 'deploy',
        broken_glass: true,
        document: '{}',
      })),
      100,
    );
    await knex.batchInsert(
      'decision_reviews',
      ages.map((_, index) => ({
        decision_id: `${index}`.padStart(5, '0'),
        at: writeInstant(now),
        by_ref: 'user:default/kim',
        remarks: 'It was right.',
      })),
      100,
    );
    return knex;
  }
  const keyUntil = (key: string, until: number) => ({
    gate: 'production',
    idempotency_key: key,
    decision_id: '00000',
    question: 'q',
    key_until: writeInstant(until),
  });

  it('go with their reviews once they are older than they are kept', async () => {
    const knex = await setUp([400 * DAY + 1, 400 * DAY, 1]);

    expect(await pruneDecisions(knex, { now, keepMs: 400 * DAY })).toBe(1);

    const left = ['00001', '00002'];
    expect(await knex('gate_decisions').orderBy('id').pluck('id')).toEqual(
      left,
    );
    expect(
      await knex('decision_reviews')
        .orderBy('decision_id')
        .pluck('decision_id'),
    ).toEqual(left);
    expect(await pruneDecisions(knex, { now, keepMs: 400 * DAY })).toBe(0);
  });

  it('go in batches, all that are due', async () => {
    const knex = await setUp([...Array(1100).fill(3 * DAY), 1]);

    expect(await pruneDecisions(knex, { now, keepMs: DAY })).toBe(1100);
    expect(await knex('gate_decisions').pluck('id')).toEqual(['01100']);
  });

  it('stay where the task is told to stop', async () => {
    const knex = await setUp([3 * DAY]);
    const signal = AbortSignal.abort();

    expect(await pruneDecisions(knex, { now, keepMs: DAY, signal })).toBe(0);
  });

  it('have keys that go after their day', async () => {
    const knex = await setUp([]);
    await knex('decision_keys').insert([
      keyUntil('over', now),
      keyUntil('held', now + 1),
    ]);

    await pruneDecisions(knex, { now, keepMs: DAY });

    expect(await knex('decision_keys').pluck('idempotency_key')).toEqual([
      'held',
    ]);
  });
});
