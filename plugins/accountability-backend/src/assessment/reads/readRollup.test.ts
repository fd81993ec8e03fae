import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import {
  component,
  countStatements,
  group,
} from '../../database/__testUtils__/testCatalog';
import {
  createWorkbench,
  day,
  deployed,
  resolved,
  start,
} from '../__testUtils__/createWorkbench';
import { StoredRollup, readRollup } from './readRollup';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const tree = [
  group('org'),
  group('area', 'org'),
  group('team-a', 'area'),
  group('team-b', 'area'),
  group('elsewhere'),
];
const owners = ['org', 'area', 'team-a', 'team-b', 'elsewhere'];

describe.each(databases.eachSupportedId())('readRollup on %s', id => {
  async function setUp(size: number) {
    const bench = await createWorkbench(await databases.init(id));
    const names = Array.from(
      { length: size },
      (_, i) => `s${String(i).padStart(3, '0')}`,
    );
    await bench.sync([
      ...tree,
      ...names.map((name, i) =>
        component(name, { owner: owners[i % 5], slug: `acme/${name}` }),
      ),
    ]);
    await bench.deliver(
      names
        .filter((_, i) => i % 3 === 0)
        .flatMap(name => {
          const subject = `github:acme/${name}`;
          return [
            resolved(subject, start - 200 * day),
            ...Array.from({ length: 20 }, (_, i) =>
              deployed(subject, start - (i + 2) * day),
            ),
          ];
        }),
    );
    await bench.worker.drain();
    return bench;
  }

  const read = (
    bench: { knex: Parameters<typeof readRollup>[0] },
    options: Partial<Parameters<typeof readRollup>[1]> = {},
  ) =>
    readRollup(bench.knex, {
      groupRef: 'group:default/org',
      limit: 100,
      now: start,
      ...options,
    });

  it('sums over the whole tree what a look at each service gives', async () => {
    const bench = await setUp(40);

    const rollup = await read(bench);

    const services = rollup?.services ?? [];
    expect(services).toHaveLength(32);
    expect(rollup?.groups.map(one => [one.groupRef, one.depth])).toEqual([
      ['group:default/org', 0],
      ['group:default/area', 1],
      ['group:default/team-a', 2],
      ['group:default/team-b', 2],
    ]);
    const count = (level?: string) =>
      services.filter(service => service.level === level).length;
    expect(rollup?.levels).toEqual([
      { level: 'silver', rank: 2, services: count('silver') },
      { level: 'bronze', rank: 1, services: count('bronze') },
    ]);
    const sum = (of: (one: StoredRollup['services'][number]) => number) =>
      services.reduce((total, service) => total + of(service), 0);
    expect(rollup?.coverage).toEqual({
      known: sum(service => service.coverage.known),
      applicable: sum(service => service.coverage.applicable),
    });
    expect(rollup?.burdens).toMatchObject(
      [0, 1, 2, 3, 4].map(place => ({
        unknown: sum(service => service.burdens[place].unknown),
        applicable: sum(service => service.burdens[place].applicable),
        notPassing: sum(service => service.burdens[place].notPassing),
      })),
    );
    expect(services[0]).toMatchObject({
      owner: 'group:default/org',
      ownedSince: start,
    });
  });

  it('gives every service once over its pages and the same sums on each', async () => {
    const bench = await setUp(20);
    const whole = await read(bench);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async limit => {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await read(bench, { after, limit });
          seen.push(...(page?.services ?? []).map(one => one.entityRef));
          expect(page?.coverage).toEqual(whole?.coverage);
          after = page?.nextAfter;
        } while (after);

        expect(seen).toEqual(whole?.services.map(one => one.entityRef));
      }),
      { numRuns: 4 },
    );
  });

  it('leaves out of every sum what the caller may not see', async () => {
    const bench = await setUp(10);

    const rollup = await read(bench, { visible: ['component:default/s000'] });

    expect(rollup?.services).toHaveLength(1);
    expect(rollup?.levels).toEqual([{ level: 'silver', rank: 2, services: 1 }]);
    expect(rollup?.coverage).toEqual({ known: 2, applicable: 2 });
  });

  it('counts a service without an assessment as having no level', async () => {
    const bench = await setUp(0);
    await bench.sync([...tree, component('new', { owner: 'org' })]);

    expect(await read(bench)).toMatchObject({
      levels: [{ level: undefined, rank: 0, services: 1 }],
      coverage: { known: 0, applicable: 0 },
    });
  });

  it('needs as many statements for 200 services as for 10', async () => {
    const counts: number[] = [];
    for (const size of [10, 200]) {
      const bench = await setUp(size);
      const statements = countStatements(bench.knex);
      await read(bench);
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });

  it('shows who took a service over and who handed it over', async () => {
    const bench = await setUp(0);
    await bench.sync([...tree, component('pay', { owner: 'elsewhere' })]);
    bench.clock.now = start + day;
    await bench.sync([...tree, component('pay', { owner: 'team-a' })]);
    bench.clock.now = start + 2 * day;
    await bench.sync([...tree, component('pay', { owner: 'team-b' })]);

    const of = async (name: string) =>
      (
        await read(bench, {
          groupRef: `group:default/${name}`,
          now: start + 3 * day,
        })
      )?.handOvers.map(one => [one.direction, one.at, one.otherOwner]);

    expect(await of('org')).toEqual([
      ['taken-over', start + day, 'group:default/elsewhere'],
    ]);
    expect(await of('elsewhere')).toEqual([
      ['handed-over', start + day, 'group:default/team-a'],
    ]);
    expect(await of('team-a')).toEqual([
      ['handed-over', start + 2 * day, 'group:default/team-b'],
      ['taken-over', start + day, 'group:default/elsewhere'],
    ]);
  });

  it('knows no team that the catalog has not', async () => {
    const bench = await setUp(0);

    expect(
      await read(bench, { groupRef: 'group:default/none' }),
    ).toBeUndefined();
  });
});
