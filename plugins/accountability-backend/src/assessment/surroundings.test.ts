import { TestDatabases } from '@backstage/backend-test-utils';
import { Attribution } from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  builtInFacts,
  defaultSettings,
  profiles,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import {
  component,
  countStatements,
  group,
} from '../database/__testUtils__/testCatalog';
import { Decision, decideCause, withdrawCause } from '../governance';
import { claimDue } from './queue/claimDue';
import { markDue } from './queue/markDue';
import { assessAt } from './reads/assessAt';
import { readScorecard } from './reads/readScorecard';
import { assessBatch } from './work/assessBatch';
import { readInputs } from './work/readInputs';
import {
  createWorkbench,
  day,
  deployed,
  hour,
  resolved,
  start,
} from './__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const [web, pay] = ['component:default/web', 'component:default/pay'];
const [webSubject, paySubject] = ['github:acme/web', 'github:acme/pay'];
const rate = 'reliability.change_fail_rate';
const entities = [
  group('a'),
  component('web', {
    owner: 'a',
    slug: 'acme/web',
    system: 's',
    dependsOn: ['component:pay'],
  }),
  component('pay', { owner: 'a', slug: 'acme/pay', system: 's' }),
];
/** Ten deployments of pay, the last one three hours before the incident of web. */
const deployments = Array.from({ length: 10 }, (_, i) =>
  deployed(paySubject, start - 5 * hour - i * day),
);
const incidentAt = start - 2 * hour;
const incident = resolved(webSubject, incidentAt);
const cause = deployments[0].record;
const decision: Decision = {
  incident: incident.record,
  entityRef: web,
  cause,
  reason: 'The contract of the API was broken.',
  by: 'user:default/kim',
  at: start,
};

describe.each(databases.eachSupportedId())('other services on %s', id => {
  async function setUp(settings?: AssessSettings) {
    const bench = await createWorkbench(
      await databases.init(id),
      builtInFacts,
      settings,
    );
    await bench.sync(entities);
    await bench.deliver([
      ...deployments,
      resolved(paySubject, start - 300 * day),
    ]);
    await bench.worker.drain();
    const linkOf = async (record = incident.record) => {
      const shown = await readScorecard(bench.knex, { entityRef: web });
      return shown?.assessment?.attributions.find(
        link => link.incident === record,
      );
    };
    const rateOf = async (entityRef: string) => {
      const shown = await readScorecard(bench.knex, { entityRef });
      const fact = shown?.assessment?.facts.find(one => one.id === rate);
      return fact?.status === 'known' ? fact.value : undefined;
    };
    return { ...bench, linkOf, rateOf };
  }
  const decide = (knex: Knex, given: Partial<Decision> = {}) =>
    knex.transaction(async trx => {
      await decideCause(trx, { ...decision, ...given });
      await markDue(trx, { entityRefs: [web], dueAt: given.at ?? start });
    });

  it('are candidates where the service depends on them, and never charged for that', async () => {
    const bench = await setUp();

    await bench.deliver([incident]);
    await bench.worker.drain();

    expect(await bench.linkOf()).toMatchObject({
      method: 'none',
      candidates: [{ record: cause, service: pay, method: 'dependency' }],
    });
    expect(await bench.rateOf(pay)).toBe(0);
  });

  it('become candidates when a deployment of theirs is told of late', async () => {
    const bench = await setUp();
    await bench.deliver([incident]);
    await bench.worker.drain();

    await bench.deliver([deployed(paySubject, incidentAt - hour)]);
    expect(await bench.worker.drain()).toEqual({ taken: 2 });

    expect((await bench.linkOf())?.candidates).toHaveLength(2);
  });

  it('leave a service alone that has no incident near', async () => {
    const bench = await setUp();
    await bench.deliver([resolved(webSubject, start - 30 * day)]);
    await bench.worker.drain();

    await bench.deliver([deployed(paySubject, start)]);

    expect(await bench.worker.drain()).toEqual({ taken: 1 });
  });

  it('are charged by a decision, and so is their change fail rate', async () => {
    const bench = await setUp();
    await bench.deliver([incident]);
    await bench.worker.drain();

    await decide(bench.knex);
    // The service of the incident, and then the one that it charges.
    expect(await bench.worker.drain()).toEqual({ taken: 2 });

    expect(await bench.linkOf()).toMatchObject({
      method: 'explicit',
      cause,
      causeService: pay,
      decision: { by: decision.by, reason: decision.reason },
    });
    expect(await bench.rateOf(pay)).toBe(0.1);
  });

  it('are charged no more once it is withdrawn, and the past still says so', async () => {
    const bench = await setUp();
    await bench.deliver([incident]);
    await decide(bench.knex);
    await bench.worker.drain();

    bench.clock.now = start + 2 * hour;
    await bench.knex.transaction(async trx => {
      await withdrawCause(trx, { ...decision, at: bench.clock.now });
      await markDue(trx, { entityRefs: [web], dueAt: bench.clock.now });
    });
    expect(await bench.worker.drain()).toEqual({ taken: 2 });

    expect(await bench.linkOf()).toMatchObject({ method: 'none' });
    expect(await bench.rateOf(pay)).toBe(0);
    const past = async (entityRef: string, at: number) =>
      (await assessAt(bench.knex, { entityRef, at, ...bench.judgement }))
        ?.assessment;
    const then = await past(web, start + hour);
    expect(then?.attributions).toMatchObject([{ cause, causeService: pay }]);
    const fact = (await past(pay, start + hour))?.facts.find(
      one => one.id === rate,
    );
    expect(fact).toMatchObject({ value: 0.1 });
    expect((await past(web, start - 1))?.attributions).toMatchObject([
      { method: 'none' },
    ]);
  });

  it('keep every link that was ever in force', async () => {
    const bench = await setUp();
    await bench.deliver([incident]);
    await bench.worker.drain();
    bench.clock.now = start + hour;
    await decide(bench.knex, { at: bench.clock.now });
    await bench.worker.drain();
    bench.clock.now = start + 2 * hour;
    await decide(bench.knex, { cause: undefined, at: bench.clock.now });
    await bench.worker.drain();

    const rows = await bench.knex('attributions').orderBy('decided_at');

    const links: Attribution[] = rows.map(row => JSON.parse(row.attribution));
    expect(links.map(link => [link.method, link.causeService])).toEqual([
      ['none', undefined],
      ['explicit', pay],
      ['explicit', undefined],
    ]);
    expect(rows.map(row => row.cause_entity_ref)).toEqual([null, pay, null]);
    expect(rows.filter(row => row.superseded_at === null)).toHaveLength(1);
  });

  it('compete where the profile has the system as its scope', async () => {
    const bench = await setUp({
      ...defaultSettings,
      attribution: profiles.devlake,
    });

    await bench.deliver([incident]);
    await bench.worker.drain();

    expect(await bench.linkOf()).toMatchObject({
      method: 'temporal',
      cause,
      causeService: pay,
    });
    const later = deployed(paySubject, incidentAt - hour);
    await bench.deliver([later]);
    await bench.worker.drain();
    expect(await bench.linkOf()).toMatchObject({ cause: later.record });
  });

  it.each([
    { given: 'both of one project', projects: ['shop', 'shop'], gives: cause },
    { given: 'a project of its own', projects: ['shop', 'bank'] },
    { given: 'a project for one of them alone', projects: ['shop'] },
  ])(
    'compete by project before system: $given',
    async ({ projects, gives }) => {
      const bench = await setUp({
        ...defaultSettings,
        attribution: profiles.devlake,
      });
      await bench.sync(
        entities.map((entity, i) => ({
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              ...(projects[i - 1] && {
                'accountability.io/project': projects[i - 1],
              }),
            },
          },
        })),
      );

      await bench.deliver([incident]);
      await bench.worker.drain();
      const later = deployed(paySubject, incidentAt - hour);
      const { cause: before } = (await bench.linkOf()) ?? {};
      await bench.deliver([later]);
      await bench.worker.drain();

      expect(before).toBe(gives);
      expect((await bench.linkOf())?.cause).toBe(gives && later.record);
    },
  );

  it('are looked at as far back as the window of the service itself', async () => {
    const bench = await setUp();
    await bench.deliver([incident]);
    await bench.worker.drain();

    await bench.sync([
      ...entities.filter(entity => entity.metadata.name !== 'web'),
      component('web', {
        owner: 'a',
        slug: 'acme/web',
        dependsOn: ['component:pay'],
        annotations: { 'accountability.io/attribution-window': 'PT1H' },
      }),
    ]);
    await bench.worker.drain();

    expect((await bench.linkOf())?.candidates).toEqual([]);
  });

  it('are charged by each other on many workers at once without waiting for each other', async () => {
    const bench = await setUp();
    const names = Array.from({ length: 6 }, (_, i) => `s${i}`);
    await bench.sync([
      ...entities,
      ...names.map(name =>
        component(name, { owner: 'a', slug: `acme/${name}` }),
      ),
    ]);
    const subjects = names.map(name => `github:acme/${name}`);
    await bench.deliver([
      ...subjects.map(subject => resolved(subject, incidentAt)),
      ...subjects.map(subject => deployed(subject, incidentAt - hour)),
    ]);
    await bench.worker.drain();
    const judgement = {
      ...bench.judgement,
      policy: await bench.policy.current(),
    };
    const assessOneOf = async (now: number, i: number) => {
      const lease = `${now} ${i}`;
      const claims = await claimDue(bench.knex, { now, lease, limit: 1 });
      return assessBatch(bench.knex, { claims, lease, now, judgement });
    };

    const troubles: unknown[] = [];
    for (let round = 1; round <= 5; round++) {
      const now = start + round * hour;
      for (const [i, subject] of subjects.entries()) {
        const charged = subjects[(i + round) % subjects.length];
        await decide(bench.knex, {
          incident: resolved(subject, incidentAt).record,
          cause: deployed(charged, incidentAt - hour).record,
          at: now,
        });
      }
      await markDue(bench.knex, {
        entityRefs: names.map(name => `component:default/${name}`),
        dueAt: start,
      });
      const ended = await Promise.all(names.map((_, i) => assessOneOf(now, i)));
      troubles.push(...ended.flatMap(one => one.troubles));
    }

    expect(troubles).toEqual([]);
    const inForce = await bench
      .knex('attributions')
      .whereNull('superseded_at')
      .whereNotNull('cause_entity_ref');
    expect(inForce).toHaveLength(subjects.length);
  });

  it('take as many statements for fifty services as for five', async () => {
    const counts: number[] = [];
    for (const size of [5, 50]) {
      const bench = await setUp();
      const names = Array.from({ length: size }, (_, i) => `s${i}`);
      await bench.sync([
        ...entities,
        ...names.map(name =>
          component(name, {
            owner: 'a',
            slug: `acme/${name}`,
            dependsOn: ['component:pay', 'component:web'],
          }),
        ),
      ]);
      await bench.deliver(
        names.map(name => resolved(`github:acme/${name}`, incidentAt)),
      );
      for (const name of names) {
        const subject = `github:acme/${name}`;
        await decide(bench.knex, {
          incident: resolved(subject, incidentAt).record,
        });
      }
      await bench.worker.drain();
      const statements = countStatements(bench.knex);
      const inputs = await readInputs(bench.knex, {
        ...bench.judgement,
        policy: await bench.policy.current(),
        entityRefs: [pay, ...names.map(name => `component:default/${name}`)],
        now: start,
      });
      expect(inputs.map(({ input }) => input.peers?.length)).toContain(2);
      expect(
        inputs.flatMap(({ input }) => input.foreignCharges ?? []),
      ).toHaveLength(size);
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });
});
