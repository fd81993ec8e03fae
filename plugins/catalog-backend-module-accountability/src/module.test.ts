import { setTimeout as sleep } from 'timers/promises';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { ServiceStanding } from 'backstage-plugin-accountability-common';
import accountabilityPlugin from 'backstage-plugin-accountability-backend';
import {
  FakeAccountability,
  component,
  startCatalog,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const names = ['a', 'b', 'c', 'd', 'e'];
const refOf = (name: string) => `component:default/${name}`;
const gold = { 'metadata.labels.accountability.io/level': 'gold' };
const silver = { 'metadata.labels.accountability.io/level': 'silver' };
const standing = (
  name: string,
  level?: string,
  state: ServiceStanding['state'] = 'good',
): ServiceStanding => ({
  entityRef: refOf(name),
  levels: [{ scorecard: 'ready', level, rank: level ? 1 : 0 }],
  state,
});
const fake = (standings: ServiceStanding[]): FakeAccountability => ({
  standings,
  isDown: false,
  asked: [],
});

describe('labels of entities', () => {
  async function setUp(
    accountability = fake(names.map(name => standing(name, 'silver'))),
    entities = names.map(name => component(name)),
  ) {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database.factory({ knex });
    const start = () =>
      startCatalog({ database, entities, assessor: accountability });
    const running = await start();
    await running.until({ kind: 'component' }, names);
    return { accountability, start, ...running };
  }

  it('follow a level within seconds, and only what changed is processed, once', async () => {
    const { accountability, processed, ...catalog } = await setUp();
    await catalog.readAll();
    await catalog.until(silver, names);
    const before = new Map(processed);

    accountability.standings = [
      ...['a', 'b'].map(name => standing(name, 'gold')),
      ...['c', 'd', 'e'].map(name => standing(name, 'silver')),
    ];
    await catalog.publish({ entityRefs: names.slice(0, 3).map(refOf) });
    const took = await catalog.until(gold, ['a', 'b']);
    await sleep(2000);

    expect(took).toBeLessThan(5000);
    expect(accountability.asked.at(-1)).toEqual(['a', 'b', 'c'].map(refOf));
    const more = (name: string) =>
      (processed.get(refOf(name)) ?? NaN) - (before.get(refOf(name)) ?? NaN);
    expect(names.map(more)).toEqual([1, 1, 0, 0, 0]);
    await catalog.stop();
  });

  it('are those of the next reading of all where no event came', async () => {
    const { accountability, processed, ...catalog } = await setUp();
    await catalog.readAll();
    await catalog.until(silver, names);
    const before = processed.get(refOf('b'));

    accountability.standings[0] = standing('a', 'gold');
    accountability.standings.pop();
    await catalog.readAll();

    await catalog.until(gold, ['a']);
    await catalog.until(silver, ['b', 'c', 'd']);
    expect(processed.get(refOf('b'))).toBe(before);
    expect(await catalog.labelsOf('e')).toBeUndefined();
    await catalog.stop();
  });

  it('outlast a start at which nobody can be asked, and are caught up with after it', async () => {
    const first = await setUp();
    const { accountability } = first;
    await first.readAll();
    await first.until(silver, names);
    await first.stop();
    accountability.isDown = true;
    accountability.standings[0] = standing('a', 'gold');

    const second = await first.start();
    await sleep(1500);
    expect(await second.find(silver)).toEqual(names);
    accountability.isDown = false;
    await second.readAll();

    await second.until(gold, ['a']);
    await second.until(silver, names.slice(1));
    await second.stop();
  });

  it('are there right after the first assessment by the plugin itself', async () => {
    const catalog = await startCatalog({
      entities: [component('a')],
      assessor: accountabilityPlugin,
    });
    await catalog.until({ kind: 'component' }, ['a']);
    await catalog.readAll();
    expect(await catalog.labelsOf('a')).toBeUndefined();

    await catalog.run('catalog-sync');
    await catalog.run('assessment-worker');

    await catalog.until({ 'metadata.labels.accountability.io/level': 'none' }, [
      'a',
    ]);
    await catalog.stop();
  });

  it('cannot be claimed by a descriptor, and leave others alone', async () => {
    const catalog = await setUp(fake([standing('b', undefined, 'watch')]), [
      component('a', { 'accountability.io/level': 'gold', tier: '1' }),
      ...names.slice(1).map(name => component(name)),
    ]);
    await catalog.readAll();

    await catalog.until(
      { 'metadata.labels.accountability.io/state': 'watch' },
      ['b'],
    );
    expect(await catalog.find(gold)).toEqual([]);
    expect(await catalog.labelsOf('a')).toEqual({ tier: '1' });
    expect(await catalog.labelsOf('b')).toEqual({
      'accountability.io/level': 'none',
      'accountability.io/state': 'watch',
    });
    await catalog.stop();
  });
});
