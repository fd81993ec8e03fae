import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  component,
  countStatements,
  group,
} from '../database/__testUtils__/testCatalog';
import { readIncidentsNear } from '../records';
import { assessAt } from './reads/assessAt';
import { readScorecard } from './reads/readScorecard';
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
const minute = 60_000;
const impact = start - 2 * hour;
const names = ['cdn', 'pay', 'web'];
const subject = (name: string) => `github:acme/${name}`;
const ref = (name: string) => `component:default/${name}`;
const depending = (dependsOn: Record<string, string[]>) => [
  group('a'),
  ...names.map(name =>
    component(name, {
      owner: 'a',
      slug: `acme/${name}`,
      dependsOn: dependsOn[name]?.map(other => `component:${other}`),
    }),
  ),
];
/** Each was deployed an hour before it broke, a minute after the one before. */
const deployments = names.map(name => deployed(subject(name), impact - hour));
const incidents = names.map((name, i) =>
  resolved(subject(name), impact + i * minute),
);

describe.each(databases.eachSupportedId())('bursts on %s', id => {
  async function setUp(dependsOn: Record<string, string[]> = {}) {
    const bench = await createWorkbench(await databases.init(id));
    await bench.sync(depending(dependsOn));
    await bench.deliver(deployments);
    await bench.worker.drain();
    const told = async (...events: RecordEvent[]) => {
      await bench.deliver(events);
      return bench.worker.drain();
    };
    return { ...bench, told };
  }
  async function links(knex: Knex) {
    const all = names.map(async name => {
      const shown = await readScorecard(knex, { entityRef: ref(name) });
      return shown?.assessment?.attributions[0];
    });
    return Promise.all(all);
  }
  async function methods(knex: Knex) {
    return (await links(knex)).map(link => link?.method);
  }

  it('charge nobody by time as soon as the third service breaks, whoever was assessed before', async () => {
    const { told, knex } = await setUp();
    await told(incidents[0]);
    await told(incidents[1]);
    expect(await methods(knex)).toEqual(['temporal', 'temporal', undefined]);

    await told(incidents[2]);

    expect(await methods(knex)).toEqual(['none', 'none', 'none']);
    const [first] = await links(knex);
    expect(first?.burst).toEqual({
      services: 3,
      from: impact,
      to: impact + 2 * minute,
    });
  });

  it('are told of no more once they are settled', async () => {
    const { told, worker } = await setUp();
    await told(...incidents);

    expect(await worker.drain()).toEqual({ taken: 0 });
  });

  it('are none again when an incident turns out to be another’s', async () => {
    const { told, knex } = await setUp();
    await told(...incidents);

    await told({
      ...incidents[2],
      at: incidents[2].at + 1,
      mergedInto: incidents[0].record,
    } as RecordEvent);

    expect(await methods(knex)).toEqual(['temporal', 'temporal', undefined]);
  });

  it('charge the one that all others depend on, and no other', async () => {
    const { told, knex } = await setUp({ cdn: ['web'], web: ['pay'] });

    await told(...incidents);

    expect(
      (await links(knex)).map(link => [link?.method, link?.burst?.cascade]),
    ).toEqual([
      ['none', 'downstream'],
      ['temporal', 'root'],
      ['none', 'downstream'],
    ]);
  });

  it('were none before the third began, as of then', async () => {
    const { told, knex, judgement } = await setUp();
    await told(...incidents);

    const then = await assessAt(knex, {
      ...judgement,
      entityRef: ref('cdn'),
      at: impact + minute,
    });

    expect(then?.assessment.attributions).toMatchObject([
      { method: 'temporal' },
    ]);
    expect(then?.assessment.attributions[0]).not.toHaveProperty('burst');
  });

  it('leave alone who broke at another time', async () => {
    const { told } = await setUp();
    await told(resolved(subject('pay'), impact - day));
    await told(incidents[0]);

    expect(await told(incidents[2])).toEqual({ taken: 1 });
  });
});

describe.each(databases.eachSupportedId())('incidents near on %s', id => {
  it('are of any subject, each once, both ends among them, in one statement', async () => {
    const { knex, deliver } = await createWorkbench(await databases.init(id));
    await deliver(
      [-3, -2, 0, 1, 3, 4].map((at, i) =>
        resolved(subject(names[i % 3]), impact + at * minute),
      ),
    );
    const statements = countStatements(knex);

    const near = await readIncidentsNear(knex, {
      instants: [impact + minute, impact],
      reachMs: 2 * minute,
    });

    expect(near.map(one => (one.startedAt - impact) / minute)).toEqual([
      -2, 0, 1, 3,
    ]);
    expect(statements.all).toBe(1);
  });
});
