import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { component, group } from '../database/__testUtils__/testCatalog';
import { decideCause, withdrawCause } from '../governance';
import { writeOwnerChanges } from '../ownership';
import { markChangedDue } from './queue/markChangedDue';
import { markDue } from './queue/markDue';
import { assessAt } from './reads/assessAt';
import { readScorecard } from './reads/readScorecard';
import {
  createWorkbench,
  day,
  deployed,
  hour,
  start,
} from './__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const [web, pay, desk] = ['web', 'pay', 'desk'].map(
  name => `component:default/${name}`,
);
const [webSubject, paySubject] = ['github:acme/web', 'github:acme/pay'];
const rate = 'reliability.change_fail_rate';
const recovery = 'reliability.failed_deployment_recovery_time';
/** `pay` and `desk` come out of one repository. */
const entities = [
  group('a'),
  group('b'),
  component('web', { owner: 'a', slug: 'acme/web' }),
  component('pay', { owner: 'a', slug: 'acme/pay' }),
  component('desk', {
    owner: 'b',
    annotations: { 'accountability.io/aliases': paySubject },
  }),
];
const deployments = Array.from({ length: 10 }, (_, i) =>
  deployed(paySubject, start - 5 * hour - i * day),
);
const [{ record: cause }] = deployments;
/** The last one, told of as begun an hour before it finished. */
const begun: RecordEvent = {
  kind: 'deployment',
  record: cause,
  subject: paySubject,
  at: start - 6 * hour,
  state: 'executing',
};
const broke: RecordEvent = {
  kind: 'incident',
  record: 'pager:incident:1',
  subject: webSubject,
  at: start - 2 * hour,
  state: 'triggered',
};
/** So that incidents are known to be told of at both. */
const before: RecordEvent[] = [webSubject, paySubject].map(subject => ({
  ...broke,
  subject,
  record: `${subject}#old`,
  at: start - 300 * day,
  state: 'resolved',
}));

describe.each(databases.eachSupportedId())('charges on %s', id => {
  async function setUp() {
    const bench = await createWorkbench(await databases.init(id));
    await bench.sync(entities);
    await bench.deliver([...before, ...deployments, broke]);
    await bench.worker.drain();
    const at = (instant: number) => {
      bench.clock.now = instant;
    };
    const say = async (given: { cause?: string; withdrawn?: boolean }) => {
      const said = { by: 'user:default/kim', reason: 'So it was.' };
      const decision = { ...said, incident: broke.record, at: bench.clock.now };
      await bench.knex.transaction(async trx => {
        if (given.withdrawn) await withdrawCause(trx, decision);
        else await decideCause(trx, { ...decision, ...given, entityRef: web });
        await markDue(trx, { entityRefs: [web], dueAt: bench.clock.now });
      });
    };
    const shown = async (entityRef: string) =>
      (await readScorecard(bench.knex, { entityRef }))?.assessment;
    const factOf = async (entityRef: string, fact = rate) => {
      const known = (await shown(entityRef))?.facts.find(
        one => one.id === fact,
      );
      return known?.status === 'known' ? known.value : undefined;
    };
    const linkOf = async (entityRef = web) =>
      (await shown(entityRef))?.attributions.find(
        link => link.incident === broke.record,
      );
    const inForce = () =>
      bench
        .knex('attributions')
        .where({ incident_id: broke.record })
        .whereNull('superseded_at')
        .pluck('entity_ref');
    return { ...bench, at, say, factOf, linkOf, inForce };
  }

  it('by a decision are to every service that the deployment is of', async () => {
    const bench = await setUp();

    await bench.say({ cause });
    await bench.worker.drain();

    expect(await bench.linkOf()).toMatchObject({ cause, causeService: desk });
    expect(await bench.factOf(pay)).toBe(0.1);
    expect(await bench.factOf(desk)).toBe(0.1);
    expect(await bench.factOf(web)).toBeUndefined();
  });

  it('stay with the service of the incident where the deployment is its own, too', async () => {
    const bench = await setUp();
    await bench.sync([
      ...entities.slice(0, 2),
      component('web', {
        owner: 'a',
        slug: 'acme/web',
        annotations: { 'accountability.io/aliases': paySubject },
      }),
      ...entities.slice(3),
    ]);

    await bench.say({ cause });
    await bench.worker.drain();

    expect(await bench.linkOf()).not.toHaveProperty('causeService');
    expect(await bench.factOf(web)).toBe(0.1);
    expect(await bench.factOf(pay)).toBe(0);
  });

  it('are to nobody, and say so, where the deployment is of no service', async () => {
    const bench = await setUp();
    const nobodys = deployed('github:acme/none', start - 4 * hour);
    await bench.deliver([nobodys]);

    await bench.say({ cause: nobodys.record });
    await bench.worker.drain();

    const link = await bench.linkOf();
    expect(link).toMatchObject({
      cause: nobodys.record,
      causeOwner: {
        status: 'unknown',
        because:
          'The deployment is of no service of the catalog, so that nobody is charged with it.',
      },
    });
    expect(link).not.toHaveProperty('causeService');
    expect(await bench.factOf(pay)).toBe(0);
  });

  it('follow the incident: whom it is charged to knows when it ended', async () => {
    const bench = await setUp();
    await bench.say({ cause });
    await bench.worker.drain();
    expect(await bench.factOf(pay, recovery)).toBeUndefined();

    await bench.deliver([{ ...broke, at: start - hour, state: 'resolved' }]);
    await bench.worker.drain();

    expect(await bench.factOf(pay, recovery)).toBe((4 * hour) / 1000);
    expect(await bench.factOf(desk, recovery)).toBe((4 * hour) / 1000);
  });

  it('follow the deployment: the incident tells of it as it is now', async () => {
    const bench = await setUp();
    await bench.say({ cause });
    await bench.worker.drain();

    await bench.deliver([begun]);
    await bench.worker.drain();

    expect(await bench.linkOf()).toMatchObject({ lagMs: 4 * hour });
  });

  it('name the owner of then as it is known now', async () => {
    const bench = await setUp();
    await bench.say({ cause });
    await bench.worker.drain();

    await bench.knex.transaction(async trx => {
      const { entityRefs } = await writeOwnerChanges(trx, {
        changes: [
          {
            kind: 'owner',
            entityRef: desk,
            owner: 'group:default/a',
            at: start - day,
          },
        ],
        origin: 'import',
      });
      await markChangedDue(trx, { entityRefs, dueAt: start });
    });
    await bench.worker.drain();

    expect(await bench.linkOf()).toMatchObject({
      causeOwner: { owner: 'group:default/a' },
    });
  });

  it('leave with an incident that is handed to another service', async () => {
    const bench = await setUp();
    await bench.say({ cause });
    await bench.worker.drain();
    expect(await bench.inForce()).toEqual([web]);

    bench.at(start + hour);
    await bench.deliver([
      { ...broke, at: start, state: 'updated', subject: paySubject },
    ]);
    await bench.worker.drain();

    expect(await bench.inForce()).toEqual([desk, pay]);
    expect(await bench.linkOf(pay)).not.toHaveProperty('causeService');
    expect(await bench.factOf(pay)).toBe(0.1);
  });

  it('stand in the days between a decision and its withdrawal, whether or not anybody assessed then', async () => {
    const bench = await setUp();
    bench.at(start + day);
    await bench.say({ cause });
    bench.at(start + 3 * day);
    await bench.say({ withdrawn: true });
    bench.at(start + 5 * day);
    await bench.worker.drain();

    const rates = await Promise.all(
      [0, 2, 4].map(async days => {
        const past = await assessAt(bench.knex, {
          entityRef: pay,
          at: start + days * day + hour,
          ...bench.judgement,
        });
        const fact = past?.assessment.facts.find(one => one.id === rate);
        return fact?.status === 'known' ? fact.value : undefined;
      }),
    );

    expect(rates).toEqual([0, 0.1, 0]);
  });
});
