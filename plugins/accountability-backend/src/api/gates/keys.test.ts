import { TestDatabases } from '@backstage/backend-test-utils';
import { startApi } from '../attestations/__testUtils__/startApi';
import {
  DAY,
  kim,
  measure,
  ref,
  start,
  shareGates,
} from './__testUtils__/startGates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('a key of a gate on %s', id => {
  const setUp = shareGates(() => databases.init(id));
  const idempotencyKey = 'c0ffee payments production';

  it('gives the same decision for a day, whatever was measured meanwhile', async () => {
    const { ask, clock, knex } = await setUp();
    const first = await ask('payments', { idempotencyKey }).expect(200);
    await measure(knex, 'payments', { value: 0, at: start + DAY - 1 });

    clock.now = start + DAY - 1;
    const again = await ask('payments', { idempotencyKey }).expect(200);
    clock.now = start + DAY;
    const dayAfter = await ask('payments', { idempotencyKey }).expect(200);

    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(dayAfter.body).toMatchObject({ outcome: 'allow', repeated: false });
    expect(await knex('gate_decisions').select()).toHaveLength(2);
  });

  it('is of one gate', async () => {
    const { ask, post } = await setUp();
    await ask('payments', { idempotencyKey }).expect(200);

    const { body } = await post('/gates/warning/decisions', {
      entityRef: ref('payments'),
      idempotencyKey,
    }).expect(200);

    expect(body).toMatchObject({ gate: 'warning', repeated: false });
  });

  it('is of one question', async () => {
    const { ask, knex } = await setUp();
    await ask('payments', { idempotencyKey }).expect(200);

    const { body } = await ask('ledger', { idempotencyKey }).expect(409);

    expect(body.error.message).toContain('for another question within a day');
    expect(await knex('gate_decisions').select()).toHaveLength(1);
  });

  it('that is used on two replicas at once has one decision', async () => {
    const { knex, given, ...one } = await setUp();
    const other = await startApi(given);
    const body = { entityRef: ref('payments'), idempotencyKey };

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        (i % 2 ? one : other).post('/gates/production/decisions', body),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
    expect(answers.filter(answer => !answer.body.repeated)).toHaveLength(1);
    expect(await knex('gate_decisions').select()).toHaveLength(1);
  });

  it('of somebody who went past the gate lets through whoever waits for it', async () => {
    const { ask, postAsMachine } = await setUp();
    const breakGlass = { reason: 'Payments are down, this mends it.' };
    await ask('payments', { idempotencyKey: 'before' }).expect(200);

    const late = await ask(
      'payments',
      { idempotencyKey: 'before', breakGlass },
      kim,
    );
    const broken = await ask('payments', { idempotencyKey, breakGlass }, kim);
    const pipeline = await postAsMachine('/gates/production/decisions', {
      entityRef: ref('payments'),
      idempotencyKey,
    }).expect(200);

    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('go past it with another key');
    expect(pipeline.body).toEqual({ ...broken.body, repeated: true });
    expect(pipeline.body).toMatchObject({ outcome: 'allow' });
  });
});
