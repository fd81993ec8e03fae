import { TestDatabases } from '@backstage/backend-test-utils';
import {
  commanders,
  DAY,
  kim,
  lee,
  start,
  shareGates,
} from './__testUtils__/startGates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const breakGlass = { reason: 'Payments are down, this mends it.' };
const remarks = { remarks: 'It was right, and the scanner is mended.' };

describe.each(databases.eachSupportedId())('going past a gate on %s', id => {
  const setUp = shareGates(() => databases.init(id));
  const setUpBroken = async () => {
    const gates = await setUp();
    const { body } = await gates.ask('payments', { breakGlass }, kim);
    return { ...gates, decision: body };
  };

  it('is one decision, which says what the rules say, and is told', async () => {
    const { ask, audited, logger } = await setUp();

    const { body } = await ask('payments', { breakGlass }, kim).expect(200);
    const after = await ask('payments', {}, kim).expect(200);

    expect(body).toMatchObject({
      outcome: 'allow',
      because: `${commanders} went past the gate this once, to be reviewed by 2026-11-25T12:00:00.000Z; without that: 1 rule denies: No open findings (Findings were looked at).`,
      rules: [{ outcome: 'fail', effect: 'deny' }],
      breakGlass: {
        ...breakGlass,
        group: commanders,
        reviewBy: start + 2 * DAY,
      },
    });
    expect(after.body).toMatchObject({ outcome: 'deny' });
    expect(audited.map(({ eventId, ended }) => [eventId, ended])).toEqual([
      ['gate-break-glass', 'success'],
      ['gate-ask', 'success'],
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^Gate production was gone past for component:default\/payments by a member of group:default\/commanders; decision [0-9a-f-]{36} is to be reviewed by 2026-11-25/,
      ),
    );
  });

  it('needs no review where the gate lets pass anyway', async () => {
    const { ask, logger } = await setUp();

    const { body } = await ask('ledger', { breakGlass }, kim).expect(200);

    expect(body.outcome).toBe('allow');
    expect(body).not.toHaveProperty('breakGlass');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('is reviewed by somebody else, once', async () => {
    const { decision, post, get, clock, audited } = await setUpBroken();
    const path = `/decisions/${decision.id}/review`;
    clock.now = start + DAY;

    const own = await post(path, remarks, kim);
    const first = await post(path, remarks, lee);
    const second = await post(path, remarks, 'user:default/max');

    const reviewed = { at: start + DAY, by: lee, ...remarks };
    expect([own.status, first.status, second.status]).toEqual([403, 200, 409]);
    expect(own.body.error.message).toContain('Somebody else');
    expect(first.body).toEqual({
      decision: {
        ...decision,
        breakGlass: { ...decision.breakGlass, reviewed },
      },
      mayReview: false,
    });
    expect((await get(`/decisions/${decision.id}`)).body).toEqual(first.body);
    expect(audited.slice(1)).toEqual([
      { eventId: 'decision-review', meta: expect.anything(), ended: 'fail' },
      {
        eventId: 'decision-review',
        meta: { decision: decision.id },
        ended: 'success',
      },
      { eventId: 'decision-review', meta: expect.anything(), ended: 'fail' },
    ]);
  });

  it('has one review, also of two who review at once', async () => {
    const { decision, post, knex } = await setUpBroken();
    const path = `/decisions/${decision.id}/review`;

    const answers = await Promise.all(
      ['user:default/max', lee, 'user:default/pat'].map(user =>
        post(path, remarks, user),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await knex('decision_reviews').select()).toHaveLength(1);
  });

  it.each([
    { given: 'to somebody else', user: lee, gives: true },
    { given: 'to who went past it', user: kim, gives: false },
  ])('says $gives $given who may review', async ({ user, gives }) => {
    const { decision, get } = await setUpBroken();

    const { body } = await get(`/decisions/${decision.id}`, user).expect(200);

    expect(body.mayReview).toBe(gives);
  });

  it('cannot be reviewed by a machine, nor where nobody went past', async () => {
    const { decision, ask, post, postAsMachine } = await setUpBroken();
    const { body } = await ask('payments');

    const machine = await postAsMachine(
      `/decisions/${decision.id}/review`,
      remarks,
    );
    const nothing = await post(`/decisions/${body.id}/review`, remarks, lee);

    expect([machine.status, nothing.status]).toEqual([403, 409]);
  });
});
