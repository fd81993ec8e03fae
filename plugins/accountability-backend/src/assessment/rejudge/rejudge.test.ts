import { randomUUID } from 'crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { builtInFacts } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import {
  component,
  countStatements,
  group,
} from '../../database/__testUtils__/testCatalog';
import { readBehind } from '../policy/readBehind';
import { leaseMs } from '../queue/claimDue';
import { markAllDue } from '../queue/markAllDue';
import { markDue } from '../queue/markDue';
import { Turned } from '../work/Turned';
import {
  broke,
  createWorkbench,
  day,
  deployed,
  hour,
  scorecard,
  start,
} from '../__testUtils__/createWorkbench';
import { claimBehind } from './claimBehind';
import { finishRejudged } from './finishRejudged';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const resolves = builtInFacts.filter(
  ({ id }) => id === 'ownership.owner_resolves',
);
const nobody = scorecard.replace(
  'expression: ownership.owner_resolves',
  'expression: "!ownership.owner_resolves"',
);
const ownerOnly = (expression: string) =>
  scorecard.slice(0, scorecard.indexOf('    - id: few-failures')) +
  scorecard
    .slice(scorecard.indexOf('    - id: few-failures'))
    .replace('reliability.change_fail_rate <= 0.15', expression);
const others = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: other, title: Other }
spec:
  match: { spec.type: service }
  levels: [ok, { name: better, minScore: 0.5 }]
  checks:
    - { id: fresh, title: Fresh, burden: reliability, level: ok, expression: 'service.type == "service"' }
    - { id: rare, title: Rare, burden: reliability, mode: warn, severity: high, weight: 3, expression: reliability.incidents == 0.0 }
    - { id: soon, title: Soon, burden: ownership, mode: enforce, enforceFrom: 2026-11-23T15:00:00Z, expression: '!ownership.owner_resolves' }
    - { id: shown, title: Shown, burden: ownership, mode: audit, when: 'service.type == "library"', expression: ownership.owner_resolves }
`;

describe.each(databases.eachSupportedId())('judging anew on %s', id => {
  const setUp = async (facts = resolves) =>
    createWorkbench(await databases.init(id), facts);

  const many = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      component(`s${String(i).padStart(3, '0')}`, { owner: i % 2 ? 'a' : 'b' }),
    );

  /** Everything that a policy says, and when services are due by it. */
  async function readSaid(knex: Knex) {
    const rows = await knex('assessments').orderBy('entity_ref');
    return {
      assessments: rows.map(row => {
        const { at, nextDueAt, ...document } = JSON.parse(row.document);
        const { known, applicable, digest, policy } = row;
        return { document, known, applicable, digest, policy };
      }),
      levels: await knex('service_levels').orderBy(['entity_ref', 'scorecard']),
      checks: await knex('check_results').orderBy([
        'entity_ref',
        'scorecard',
        'check_id',
      ]),
      transitions: await knex('transitions').orderBy([
        'entity_ref',
        'at',
        'scorecard',
        'check_id',
      ]),
    };
  }

  it.each([
    { given: 'another limit', policy: scorecard.replace('0.15', '0.01') },
    { given: 'another expression', policy: nobody },
    {
      given: 'checks that only warn',
      policy: scorecard.replace('spec:', 'spec:\n  defaults: { mode: warn }'),
    },
    { given: 'another scorecard besides', policy: `${scorecard}---${others}` },
    { given: 'another scorecard instead', policy: others },
    {
      given: 'another ladder',
      policy: scorecard.replace('[bronze, silver]', '[wood, bronze, silver]'),
    },
  ])('says what a full assessment says, by $given', async ({ policy }) => {
    const bench = await setUp([...builtInFacts]);
    await bench.sync([
      group('a'),
      component('pay', { owner: 'a', slug: 'acme/pay', system: 'shop' }),
      component('ledger', { owner: 'a', type: 'library', slug: 'acme/ledger' }),
      component('lost', { owner: 'nobody' }),
    ]);
    await bench.deliver([
      ...Array.from({ length: 20 }, (_, i) =>
        deployed('github:acme/pay', start - (i + 2) * day),
      ),
      broke('github:acme/pay', start - 2 * day + hour, start - 2 * day),
    ]);
    await insertRows<object>(bench.knex, { table: 'exemptions' }, [
      exemption('component:default/lost', 'owner-exists'),
      exemption('system:default/shop', 'few-failures'),
    ]);
    await bench.worker.drain();
    bench.clock.now = start + hour;
    bench.writePolicy(policy);
    await bench.policy.reload();

    await bench.worker.drain();
    const said = await readSaid(bench.knex);
    const facts = await bench.knex('assessments').pluck('facts');
    await markAllDue(bench.knex, { dueAt: bench.clock.now });
    await bench.worker.drain({ look: false });

    expect(said.assessments).toHaveLength(3);
    expect(await readSaid(bench.knex)).toEqual(said);
    expect(await bench.knex('assessments').pluck('facts')).toEqual(facts);
  });

  it('measures nothing and makes nothing due', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), ...many(3)]);
    await bench.worker.drain();
    const before = await bench.knex('assessment_queue').orderBy('entity_ref');
    bench.clock.now = start + hour;
    bench.writePolicy(ownerOnly('"!ownership.owner_resolves"'));
    await bench.policy.reload();

    expect(await readBehind(bench.knex)).toBe(3);
    expect(await bench.worker.drain()).toEqual({ taken: 3 });

    expect(await readBehind(bench.knex)).toBe(0);
    expect(await bench.knex('assessment_queue').orderBy('entity_ref')).toEqual(
      before,
    );
    const measured = await bench.knex('assessments').pluck('measured_at');
    expect(measured.map(at => new Date(at).getTime())).toEqual([
      start,
      start,
      start,
    ]);
  });

  it('takes no more statements for more services', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), group('b'), ...many(40)]);
    await bench.worker.drain();
    const statementsFor = async (expression: string, count: number) => {
      bench.clock.now += hour;
      bench.writePolicy(ownerOnly(expression));
      await bench.policy.reload();
      const policy = await bench.policy.current();
      await bench
        .knex('assessments')
        .where('entity_ref', '>', `component:default/s0${count}`)
        .update({ policy: policy.digest });
      const statements = countStatements(bench.knex);
      await bench.worker.drain();
      return statements.all;
    };

    const few = await statementsFor('"!ownership.owner_resolves"', 10);
    const most = await statementsFor('ownership.owner_resolves', 39);

    expect(most).toBe(few);
  });

  it('writes each transition once, however many work at it', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), group('b'), ...many(250)]);
    await bench.worker.drain();
    bench.clock.now = start + hour;
    bench.writePolicy(nobody);
    await bench.policy.reload();
    const turned: Turned[] = [];
    const workers = [1, 2].map(() =>
      bench.createWorker({ onTurned: some => turned.push(...some) }),
    );

    const taken = await Promise.all(workers.map(worker => worker.drain()));

    expect(taken[0].taken + taken[1].taken).toBe(250);
    expect(turned.map(({ entityRef }) => entityRef).sort()).toEqual(
      await bench.knex('services').orderBy('entity_ref').pluck('entity_ref'),
    );
    const rows = await bench.knex('transitions');
    expect(rows).toHaveLength(2 * 250);
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          check_id: 'owner-exists',
          from_status: 'pass',
          to_status: 'fail',
        }),
      ]),
    );
  });

  it('goes on where a replica died over it', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), group('b'), ...many(5)]);
    await bench.worker.drain();
    bench.writePolicy(nobody);
    await bench.policy.reload();
    const lost = { lease: 'lost', after: '', limit: 3, now: bench.clock.now };
    expect(await claimBehind(bench.knex, lost)).toHaveLength(3);

    expect(await bench.worker.drain()).toEqual({ taken: 2 });
    bench.clock.now += leaseMs;
    expect(await bench.worker.drain()).toEqual({ taken: 3 });

    expect(await readBehind(bench.knex)).toBe(0);
  });

  it('judges again what an assessment by the earlier policy writes late', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), component('pay', { owner: 'a' })]);
    const earlier = await bench.policy.current();
    const late = bench.createWorker({
      policy: { current: async () => earlier },
    });
    await bench.worker.drain();
    bench.clock.now = start + hour;
    bench.writePolicy(nobody);
    await bench.policy.reload();
    await bench.worker.drain();
    await markAllDue(bench.knex, { dueAt: bench.clock.now });
    bench.clock.now += 1000;
    await late.drain({ look: false });
    expect(await readBehind(bench.knex)).toBe(1);
    bench.clock.now += 1000;

    await bench.worker.drain();

    expect(await readBehind(bench.knex)).toBe(0);
    const [check] = await bench
      .knex('check_results')
      .where({ check_id: 'owner-exists' });
    expect(check.status).toBe('fail');
  });

  it('leaves a service due that was made due meanwhile', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), component('pay', { owner: 'a' })]);
    await bench.worker.drain();
    bench.writePolicy(nobody);
    await bench.policy.reload();
    const { now } = bench.clock;
    const lease = randomUUID();
    const claimed = { lease, after: '', limit: 3, now };
    const entityRefs = await claimBehind(bench.knex, claimed);
    await markDue(bench.knex, { entityRefs, dueAt: now });

    await finishRejudged(bench.knex, {
      lease,
      finished: [{ entityRef: entityRefs[0], dueAt: now + day }],
    });

    const [row] = await bench.knex('assessment_queue');
    expect(row).toMatchObject({ version: 2, lease: null });
    expect(new Date(row.due_at).getTime()).toBe(now);
  });

  it('has a service assessed sooner where time alone turns a check of the new policy sooner', async () => {
    const bench = await setUp([...builtInFacts]);
    await bench.sync([group('a'), component('pay', { owner: 'a' })]);
    await bench.worker.drain();
    bench.writePolicy(others);
    await bench.policy.reload();

    await bench.worker.drain();

    const [row] = await bench.knex('assessment_queue');
    expect(new Date(row.due_at)).toEqual(new Date('2026-11-23T15:00:00Z'));
  });

  it('has facts measured that the new policy is the first to read', async () => {
    const bench = await setUp([...builtInFacts]);
    await bench.sync([group('a'), component('pay', { owner: 'a' })]);
    await bench.createWorker({ facts: resolves }).drain();
    bench.clock.now = start + hour;
    bench.writePolicy(scorecard.replace('0.15', '0.2'));
    await bench.policy.reload();

    await bench.worker.drain();

    const [row] = await bench.knex('assessments');
    expect(JSON.parse(row.facts)).toHaveLength(builtInFacts.length);
    const [due] = await bench.knex('assessment_queue');
    expect(new Date(due.due_at).getTime()).toBeGreaterThan(bench.clock.now);
  });

  it('lets services of deliveries in between', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), group('b'), ...many(250)]);
    await bench.worker.drain();
    bench.clock.now = start + hour;
    bench.writePolicy(nobody);
    await bench.policy.reload();
    const last = 'component:default/s249';
    await markDue(bench.knex, { entityRefs: [last], dueAt: start + hour });
    const batches: string[][] = [];
    const worker = bench.createWorker({
      onTurned: some => batches.push(some.map(one => one.entityRef)),
    });

    await worker.drain();

    expect(batches.findIndex(batch => batch.includes(last))).toBe(1);
    expect(batches[1]).toEqual([last]);
    expect(batches.flat()).toHaveLength(250);
  });

  it('leaves a service whose facts cannot be read to an assessment, and holds up no other', async () => {
    const bench = await setUp();
    await bench.sync([group('a'), group('b'), ...many(3)]);
    await bench.worker.drain();
    bench.writePolicy(nobody);
    await bench.policy.reload();
    const broken = { entity_ref: 'component:default/s001' };
    await bench.knex('assessments').where(broken).update({ facts: '{' });

    await bench.worker.drain();
    expect(await readBehind(bench.knex)).toBe(1);
    bench.clock.now = start + 60_000;
    await bench.worker.drain();

    expect(await readBehind(bench.knex)).toBe(0);
    expect(bench.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('component:default/s001'),
    );
  });
});

function exemption(subject: string, check: string) {
  return {
    id: randomUUID(),
    subject_ref: subject,
    subject_by: subject.startsWith('system') ? 'system' : 'service',
    scorecard: 'ready',
    check_id: check,
    reason: 'It is being rebuilt.',
    requested_by: 'user:default/kim',
    requested_at: writeInstant(start - day),
    expires_at: writeInstant(start + 30 * day),
    verdict: 'approved',
    decided_by: 'user:default/sam',
    decided_at: writeInstant(start - day),
    renewals: 0,
  };
}
