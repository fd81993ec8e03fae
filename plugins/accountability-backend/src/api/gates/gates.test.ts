import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  DAY,
  findings,
  kim,
  lee,
  measure,
  policy,
  ref,
  start,
  shareGates,
  startGates,
} from './__testUtils__/startGates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('a gate on %s', id => {
  const setUp = shareGates(() => databases.init(id));

  it('denies by its rules, and what it says is kept', async () => {
    const { ask, get, knex, audited } = await setUp();

    const { body } = await ask('payments', {
      environment: 'production',
      commit: 'c0ffee',
      labels: ['friday'],
    }).expect(200);

    const because = 'Findings were looked at';
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      gate: 'production',
      title: 'Gate production',
      entityRef: ref('payments'),
      point: 'deploy',
      environment: 'production',
      commit: 'c0ffee',
      labels: ['friday'],
      at: start,
      outcome: 'deny',
      because: `1 rule denies: No open findings (${because}).`,
      rules: [
        expect.objectContaining({
          rule: 'ready/clean',
          outcome: 'fail',
          effect: 'deny',
          because: `${because}.`,
        }),
      ],
      facts: [
        expect.objectContaining({
          fact: findings,
          status: 'known',
          value: 7,
          ageMs: 0,
          maxAgeMs: 2 * DAY,
        }),
      ],
      failurePolicy: policy.gates[0].failurePolicy,
      owner: 'group:default/checkout',
      policy: 'digest-of-tests',
      engines: [{ id: 'cel', version: expect.any(String) }],
      evidence: expect.stringMatching(/^[0-9a-f]{64}$/),
      repeated: false,
      dryRun: false,
    });
    expect((await get(`/decisions/${body.id}`)).body).toEqual({
      decision: body,
      mayReview: false,
    });
    expect(audited).toEqual([
      {
        eventId: 'gate-ask',
        meta: { gate: 'production', service: ref('payments'), point: 'deploy' },
        ended: 'success',
      },
    ]);
    // Of people who only ask nothing is kept.
    expect(await knex('gate_decisions').pluck('by_ref')).toEqual([null]);
  });

  it('lets pass what passes, and warns where it only warns', async () => {
    const { ask, post } = await setUp();

    const passes = await ask('ledger').expect(200);
    const warns = await post('/gates/warning/decisions', {
      entityRef: 'Component:Default/Payments',
    }).expect(200);

    expect(passes.body).toMatchObject({
      outcome: 'allow',
      because: 'Nothing holds it back: of 1 rule 1 passed.',
    });
    expect(warns.body).toMatchObject({
      entityRef: ref('payments'),
      outcome: 'warn',
    });
  });

  it('is asked by a token of CI, which stands in the log', async () => {
    const { postAsMachine, knex } = await setUp();

    const { body } = await postAsMachine('/gates/production/decisions', {
      entityRef: ref('payments'),
    }).expect(200);

    expect(body.outcome).toBe('deny');
    expect(await knex('gate_decisions').pluck('by_ref')).toEqual([
      'external:test-service',
    ]);
  });

  it('takes no facts that have reached its greatest age', async () => {
    const { ask, clock } = await setUp();

    clock.now = start + 2 * DAY - 1;
    const young = await ask('ledger').expect(200);
    clock.now += 1;
    const old = await ask('ledger').expect(200);

    expect(young.body.outcome).toBe('allow');
    expect(old.body).toMatchObject({
      outcome: 'deny',
      rules: [{ outcome: 'unknown', countedAs: 'fail' }],
      facts: [{ status: 'unknown', reason: 'stale', ageMs: 2 * DAY }],
    });
  });

  it('takes a fact that was confirmed since as of then', async () => {
    const { ask, clock, knex } = await setUp();
    clock.now = start + 5 * DAY;
    await measure(knex, 'ledger', { value: 0, at: start });
    await knex('assessments').update({ measured_at: new Date(clock.now) });

    expect((await ask('ledger').expect(200)).body).toMatchObject({
      outcome: 'allow',
      facts: [{ ageMs: 0 }],
    });
  });

  it('lets pass a service that is exempt, up to the end of the exemption', async () => {
    const { ask, clock, knex } = await setUp();
    await knex('exemptions').insert({
      id: 'e1',
      subject_ref: 'group:default/checkout',
      subject_by: 'owner',
      scorecard: 'ready',
      check_id: 'clean',
      reason: 'The scanner is being replaced.',
      requested_by: kim,
      requested_at: new Date(start - 2),
      expires_at: new Date(start + DAY),
      verdict: 'approved',
      decided_by: lee,
      decided_at: new Date(start - 1),
      renewals: 0,
    });

    const exempt = await ask('payments').expect(200);
    clock.now = start + DAY;
    const over = await ask('payments').expect(200);

    expect(exempt.body).toMatchObject({
      outcome: 'allow',
      rules: [
        { outcome: 'exempt', exemption: { id: 'e1', until: start + DAY } },
      ],
    });
    expect(over.body).toMatchObject({
      outcome: 'deny',
      rules: [{ outcome: 'fail' }],
    });
  });

  it('says in a dry run what it would say, and keeps nothing', async () => {
    const { ask, knex, audited } = await setUp();

    const { body } = await ask('payments', {
      dryRun: true,
      idempotencyKey: 'k',
    }).expect(200);

    expect(body).toMatchObject({ outcome: 'deny', dryRun: true });
    expect(body).not.toHaveProperty('id');
    for (const table of ['gate_decisions', 'decision_keys']) {
      expect(await knex(table).select()).toEqual([]);
    }
    expect(audited).toEqual([]);
  });

  it('has what is masked erased from what it keeps and answers', async () => {
    const { ask, get, knex } = await startGates(await databases.init(id), {
      mask: ['/labels/*', '/facts/*/value', '/artifact'],
    });
    const plain = await setUp();

    const asked = { labels: ['secret-a', 'secret-b'] };
    const { body } = await ask('payments', asked).expect(200);

    expect(body).toMatchObject({
      labels: ['(erased)', '(erased)'],
      erased: ['/labels/*', '/facts/*/value'],
      evidence: (await plain.ask('payments', asked)).body.evidence,
    });
    expect(body.facts[0]).not.toHaveProperty('value');
    expect((await get(`/decisions/${body.id}`)).body.decision).toEqual(body);
    expect(JSON.stringify(await knex('gate_decisions'))).not.toContain(
      'secret-',
    );
  });

  it('decides in two statements that read and one that writes, besides the policy', async () => {
    const { ask, knex } = await setUp();
    const counts = countStatements(knex);

    await ask('payments').expect(200);

    expect(counts).toEqual({ all: 3, writes: 1 });
  });
});
