import { TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import { kim, lee, ref, startGates } from './__testUtils__/startGates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const breakGlass = { reason: 'Payments are down, this mends it.' };
const setUp = async (given: Parameters<typeof startGates>[1] = {}) =>
  startGates(await databases.init('SQLITE_3'), given);

/** The same for tests that only read: those that want the same share one. */
const setUpOnce = memoize(setUp, (...given) => JSON.stringify(given));

describe('a gate that cannot be asked', () => {
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.gate.ask'],
      gives: 403,
      message: 'accountability.gate.ask',
    },
    {
      given: 'for a service that the caller may not read',
      hidden: [ref('payments')],
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for a service that there is not',
      body: { entityRef: ref('nothing') },
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for what is no service',
      body: { entityRef: 'group:default/checkout' },
      gives: 404,
      message: 'is not a service',
    },
    {
      given: 'for what is no entity ref',
      body: { entityRef: 'payments' },
      gives: 400,
      message: 'component:default/payments',
    },
    {
      given: 'that there is not',
      gate: 'prod',
      gives: 404,
      message:
        'There is no gate prod; these there are: lenient, production, warning',
    },
    {
      given: 'at a point where it is not asked',
      body: { point: 'pr' },
      gives: 400,
      message: 'production is not asked at the point pr; it is at deploy, cli',
    },
    {
      given: 'at a point that there is not',
      body: { point: 'moon' },
      gives: 400,
      message: 'point',
    },
    {
      given: 'with more labels than are taken',
      body: { labels: Array(21).fill('a') },
      gives: 400,
      message: 'labels',
    },
    {
      given: 'with a field that there is not',
      body: { by: kim },
      gives: 400,
      message: 'additional properties',
    },
    {
      given: 'past which the caller goes for next to no reason',
      body: { breakGlass: { reason: 'because' } },
      gives: 400,
      message: '10 to 2,000 characters',
    },
    {
      given: 'past which somebody of no such group goes',
      user: lee,
      body: { breakGlass },
      gives: 403,
      message: 'Only a member of group:default/commanders',
    },
    {
      given: 'past which somebody goes without the permission',
      denied: ['accountability.gate.break-glass'],
      body: { breakGlass },
      gives: 403,
      message: 'accountability.gate.break-glass',
    },
    {
      given: 'past which nobody can go',
      gate: 'lenient',
      body: { breakGlass },
      gives: 403,
      message: 'names no group',
    },
    {
      given: 'past which a dry run would go',
      body: { breakGlass, dryRun: true },
      gives: 400,
      message: 'A dry run goes past no gate',
    },
    {
      given: 'in a dry run without either permission',
      denied: ['accountability.gate.ask', 'accountability.decision.read'],
      body: { dryRun: true },
      gives: 403,
      message: 'accountability.gate.ask, accountability.decision.read',
    },
  ])('answers $gives $given', async ({ gives, message, ...given }) => {
    const { gate = 'production', body = {}, user = kim, ...more } = given;
    const { post, knex, audited } = await setUpOnce(more);

    const answer = await post(
      `/gates/${gate}/decisions`,
      { entityRef: ref('payments'), ...body },
      user,
    );

    expect([answer.status, answer.body.error.message]).toEqual([
      gives,
      expect.stringContaining(message),
    ]);
    expect(await knex('gate_decisions').select()).toEqual([]);
    expect(audited.map(({ ended }) => ended)).not.toContain('success');
  });

  it('answers 401 to nobody and 403 to a machine that would go past it', async () => {
    const { postAsNobody, postAsMachine } = await setUpOnce();
    const path = '/gates/production/decisions';
    const body = { entityRef: ref('payments') };

    const nobody = await postAsNobody(path, body);
    const machine = await postAsMachine(path, { ...body, breakGlass });

    expect([nobody.status, machine.status]).toEqual([401, 403]);
    expect(machine.body.error.message).toContain('Only a person');
  });

  it.each([
    { denied: ['accountability.gate.ask'], gives: 200 },
    { denied: ['accountability.decision.read'], gives: 200 },
  ])(
    'answers $gives to a dry run without $denied',
    async ({ denied, gives }) => {
      const { ask } = await setUp({ denied });

      expect((await ask('payments', { dryRun: true })).status).toBe(gives);
    },
  );
});

describe('what a gate decides where something is broken', () => {
  it('is by default to deny, and says so, where nothing was measured', async () => {
    const { ask, post } = await setUp();

    const strict = await ask('unmeasured').expect(200);
    const lenient = await post('/gates/lenient/decisions', {
      entityRef: ref('unmeasured'),
    }).expect(200);

    const engineError = expect.stringContaining('was not assessed yet');
    expect(strict.body).toMatchObject({
      outcome: 'deny',
      because: expect.stringContaining('counts as a fail here'),
      engineError,
      rules: [],
    });
    expect(lenient.body).toMatchObject({ outcome: 'allow', engineError });
  });

  it.each([
    { table: 'assessments', told: 'payments could not be read' },
    { table: 'exemptions', told: 'Gate production could not ask its rules' },
  ])(
    'is to deny where $table cannot be read, without telling callers of it',
    async ({ table, told }) => {
      const { ask, knex, logger } = await setUp();
      await knex.schema.dropTable(table);

      const { body } = await ask('payments').expect(200);

      expect(body).toMatchObject({
        outcome: 'deny',
        engineError: expect.stringContaining('could not be read'),
      });
      expect(JSON.stringify(body)).not.toContain(table);
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining(told),
        expect.anything(),
      );
    },
  );

  it('is to deny where the policy cannot be read', async () => {
    const current = () => Promise.reject(new Error('the disk is on fire'));
    const { ask, logger } = await setUp({ gates: { policy: { current } } });

    const { body } = await ask('ledger').expect(200);

    expect(body).toMatchObject({
      outcome: 'deny',
      policy: '',
      title: 'production',
      engineError: expect.stringContaining(
        'The policy in force could not be read',
      ),
    });
    expect(JSON.stringify(body)).not.toContain('fire');
    expect(logger.error).toHaveBeenCalled();
  });

  it('is no decision where it cannot be kept', async () => {
    const { ask, knex } = await setUp();
    await knex.schema.dropTable('gate_decisions');

    expect((await ask('ledger')).status).toBe(500);
  });
});
