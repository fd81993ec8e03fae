import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  countStatements,
  group,
} from '../database/__testUtils__/testCatalog';
import { readRollup, turnsTold } from '../assessment';
import {
  createWorkbench,
  day,
  deployed,
  resolved,
  start,
} from '../assessment/__testUtils__/createWorkbench';
import { DebtCosts, incidentTimeFact } from './DebtCosts';
import { OrganisationIndex } from './OrganisationIndex';
import { policyChecks } from './policyChecks';
import { sumTree } from './sumTree';
import { turnedLately } from './turnedLately';
import { viewOrganisation } from './viewOrganisation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const tree = [
  group('org'),
  group('area', 'org'),
  group('team-a', 'area'),
  group('team-b', 'area'),
];
const owners = ['area', 'team-a', 'team-b', 'nobody'];
const minute = 60_000;

/** Deployments enough to say how many of them fail, and an incident long ago, so that none is a known zero. */
const history = (subject: string) => [
  resolved(subject, start - 200 * day),
  ...Array.from({ length: 20 }, (_, i) =>
    deployed(subject, start - (i + 2) * day),
  ),
];

describe.each(databases.eachSupportedId())('OrganisationIndex on %s', id => {
  async function setUp(size = 12) {
    const bench = await createWorkbench(await databases.init(id));
    const names = Array.from({ length: size }, (_, i) => `s${i}`);
    const entities = names.map((name, i) =>
      component(name, { owner: owners[i % 4], slug: `acme/${name}` }),
    );
    await bench.sync([...tree, ...entities]);
    await bench.deliver(
      names
        .filter((_, i) => i % 3 === 0)
        .flatMap(name => history(`github:acme/${name}`)),
    );
    await bench.worker.drain();
    const behind = jest.fn(async () => 0);
    const checks = async () =>
      policyChecks(await bench.policy.current(), bench.clock.now);
    const read = () =>
      new OrganisationIndex({
        database: bench.knex,
        logger: bench.logger,
        ...{ checks, behind },
        costs: new DebtCosts(new Map([[incidentTimeFact, 90]])),
        now: () => bench.clock.now,
      });
    const index = read();
    const view = async (of = index) => {
      const found = viewOrganisation(await of.current(), {
        filter: {},
        checks: await checks(),
        costs: new DebtCosts(new Map([[incidentTimeFact, 90]])),
        now: bench.clock.now,
      });
      if (!found) throw new Error('It was not asked about a group');
      return found;
    };
    return { ...bench, entities, index, view, behind, read };
  }

  it('adds up what the roll-up of the topmost group adds up in the database', async () => {
    const { knex, view } = await setUp(24);

    const { rows, levels, services, unowned } = await view();

    const rollup = await readRollup(knex, {
      ...{ groupRef: 'group:default/area', limit: 100, now: start },
    });
    const area = rows.find(
      ({ of, title }) => of === 'tree' && title === 'area',
    );
    expect(rollup?.services).toHaveLength(18);
    expect(area?.services).toBe(18);
    expect(area?.coverage).toEqual(rollup?.coverage);
    expect(
      area?.burdens.map(({ known: _, before: __, ...cell }) => cell),
    ).toEqual(rollup?.burdens.map(({ unknown: _, ...cell }) => cell));
    expect({ services, unowned }).toEqual({ services: 24, unowned: 6 });
    expect(levels.reduce((sum, level) => sum + level.services, 0)).toBe(24);
  });

  it.each([
    { given: 'all services', visible: undefined },
    {
      given: 'those that the caller may read',
      visible: ['component:default/s1', 'component:default/s4'],
    },
  ])('rolls $given of a tree up as the database does', async ({ visible }) => {
    const { knex, index, clock, deliver, worker } = await setUp(24);
    for (const name of ['s1', 's2', 's4', 's6']) {
      clock.now += day / 2;
      await deliver(history(`github:acme/${name}`));
      await worker.drain();
    }
    const groupRef = 'group:default/area';
    const organisation = await index.current();
    const scope = { groupRef, visible: visible && new Set(visible) };

    const sums = sumTree(organisation, scope);
    const turned = turnedLately(organisation, {
      ...{ ...scope, from: clock.now - turnsTold.ms, most: turnsTold.most },
    });

    const asked = { groupRef, visible, limit: 1, now: clock.now };
    const rollup = await readRollup(knex, asked);
    expect(rollup?.transitions).not.toEqual([]);
    expect(
      await readRollup(knex, { ...asked, known: { sums, turned } }),
    ).toEqual(rollup);
  });

  it('sees within ten seconds what an assessment changed, and reads nothing else', async () => {
    const { knex, clock, deliver, worker, index, view } = await setUp(24);
    const before = await view();
    const subject = 'github:acme/s1';
    clock.now += 500;
    await deliver(history(subject));
    await worker.drain();

    clock.now += 9_000;
    const early = await view();
    clock.now += 1_000;
    const statements = countStatements(knex);
    const { version } = await index.current();
    const after = await view();

    expect(early.burdens).toEqual(before.burdens);
    expect(after.burdens).not.toEqual(before.burdens);
    // What changed, and its state.
    expect(statements.all).toBeLessThanOrEqual(1 + 5 + 3);
    expect((await index.current()).version).toBe(version);
  });

  it('says of what changed, came and went what a copy read anew says', async () => {
    const { clock, sync, deliver, worker, entities, view, read } = await setUp(
      24,
    );
    await view();
    const [handed, gone, ...others] = entities;
    const come = component('late', { owner: 'team-b', slug: 'acme/late' });
    const spec = { ...handed.spec, owner: 'team-b' };
    await sync([...tree, { ...handed, spec }, come, ...others]);
    await deliver(['s2', 'late'].flatMap(s => history(`github:acme/${s}`)));
    clock.now += minute + 1;
    await worker.drain();

    clock.now += 11_000;
    const kept = await view();

    expect(gone.metadata.name).toBe('s1');
    expect(kept.services).toBe(24);
    expect({ ...kept }).toEqual({ ...(await view(read())) });
  });

  it('knows within a minute what only the catalog changed', async () => {
    const { clock, sync, entities, view } = await setUp(8);
    await view();
    const [first, ...others] = entities;
    const tagged = {
      ...first,
      metadata: { ...first.metadata, tags: ['java'] },
    };
    await sync([
      ...[...tree, group('team-c', 'org'), tagged, ...others.slice(1)],
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'web' },
        spec: { domain: 'shop' },
      },
    ]);

    clock.now += minute + 1;
    const { services, choices } = await view();

    expect(services).toBe(7);
    expect(choices.tags).toEqual(['java']);
  });

  it('has the groups of services that came a moment ago', async () => {
    const { clock, sync, deliver, worker, entities, view } = await setUp(4);
    await view();
    const late = component('late', { owner: 'team-z', slug: 'acme/late' });
    clock.now += 500;
    await sync([...tree, group('team-z', 'org'), ...entities, late]);
    await deliver(history('github:acme/late'));
    await worker.drain();

    clock.now += 11_000;
    const { rows } = await view();

    expect(rows.map(({ title }) => title)).toContain('team-z');
  });

  it('tells domains by the systems of the catalog', async () => {
    const { knex, sync, entities, view } = await setUp(4);
    const [first] = entities;
    const inSystem = { ...first, spec: { ...first.spec, system: 'web' } };
    const system = (spec: object) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'web' },
      spec: { owner: 'area', ...spec },
    });
    await sync([...tree, inSystem, system({ domain: 'Shop' })]);

    expect((await view()).choices).toMatchObject({
      systems: ['system:default/web'],
      domains: ['domain:default/shop'],
    });

    await sync([...tree, inSystem, system({})]);

    expect(await knex('systems').select()).toEqual([]);
  });

  it('reads in a number of statements that does not grow with the services', async () => {
    const counts: number[] = [];
    for (const size of [4, 60]) {
      const { knex, view } = await setUp(size);
      const statements = countStatements(knex);
      await view();
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });

  it.each([
    {
      given: 'nobody asked for a quarter of an hour',
      ...{ later: 16 * minute, behind: 0 },
    },
    {
      given: 'many services wait to be judged anew',
      ...{ later: 2 * minute, behind: 201 },
    },
  ])('reads nothing by the clock where $given', async given => {
    const { knex, clock, index, behind } = await setUp(4);
    await index.current();
    clock.now += given.later;
    behind.mockResolvedValue(given.behind);
    const statements = countStatements(knex);

    await index.tick();

    expect(statements.all).toBe(0);
  });

  it('is read by the clock where somebody asked of late', async () => {
    const { knex, clock, index } = await setUp(4);
    await index.current();
    clock.now += 2 * minute;
    await index.tick();
    const statements = countStatements(knex);

    await index.current();

    expect(statements.all).toBe(0);
  });

  it('is read once where several ask at the same time', async () => {
    const { knex, index } = await setUp(4);
    const statements = countStatements(knex);

    const [one, other] = await Promise.all([index.current(), index.current()]);

    expect(one).toBe(other);
    // The policy in force, what the catalog has, and the states.
    expect(statements.all).toBe(1 + 8);
  });

  it('sees closed days that were told again, with nothing new today', async () => {
    const { knex, clock, restater, view } = await setUp(4);
    const before = await view();
    expect(before.trends[1].points[0].known).toBe(0);
    await knex('assessment_queue').update({
      restate_from: new Date(start - 85 * day),
    });
    while (await restater.restateOne());

    clock.now += 11_000;
    const after = await view();

    expect(after.burdens).toEqual(before.burdens);
    expect(after.trends[1].points.at(-2)?.known).toBeGreaterThan(0);
  });

  it('tells anew of past weeks when a day begins', async () => {
    const { clock, view } = await setUp(4);
    const before = await view();
    clock.now += day;

    const after = await view();

    expect(after.trends[0].points[0].at).toBe(
      before.trends[0].points[0].at + day,
    );
  });
});
