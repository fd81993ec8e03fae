import { mockServices } from '@backstage/backend-test-utils';
import { StandingProvider } from './StandingProvider';
import { Standings } from './Standings';

const a = 'component:default/a';
const gold = { 'accountability.io/level': 'gold' };

/** A provider of which reading, or having the catalog process, fails some times. */
async function setUp(fails: { reading?: number; refreshing?: number }) {
  const left = { reading: 0, refreshing: 0, ...fails };
  const standings = new Standings();
  const refreshed: string[] = [];
  const reader = {
    read: async () => {
      if (left.reading-- > 0) throw new Error('Nobody answers');
      return new Map([[a, gold]]);
    },
  };
  const provider = StandingProvider.create({
    auth: mockServices.auth(),
    catalog: {
      async *streamEntities() {
        yield [];
      },
    },
    logger: mockServices.logger.mock(),
    reader,
    standings,
    kinds: ['Component'],
    waitsMs: [1, 1],
  });
  await provider.connect({
    applyMutation: async () => {},
    refresh: async ({ keys }) => {
      if (left.refreshing-- > 0) throw new Error('The database is away');
      refreshed.push(...keys);
    },
  });
  return { provider, standings, refreshed };
}

describe('standings in memory', () => {
  it.each([
    { fails: { reading: 2 }, given: 'reading' },
    { fails: { refreshing: 2 }, given: 'having entities processed' },
  ])('are kept up where $given fails for a while', async ({ fails }) => {
    const { provider, standings, refreshed } = await setUp(fails);
    standings.replaceAll(new Map([[a, {}]]));

    await provider.readAll();

    expect(refreshed).toEqual([`accountability:${a}`]);
    expect(standings.labelsOf(a, {})).toEqual(gold);
  });

  it('stay as they are where reading fails for good', async () => {
    const { provider, standings } = await setUp({ reading: 9 });

    await expect(provider.readAll()).rejects.toThrow('Nobody answers');

    expect(standings.isLoaded).toBe(false);
  });

  it('are not read for an event as long as they never were as a whole', async () => {
    const { provider, standings } = await setUp({});

    await provider.readSome([a]);

    expect(standings.isLoaded).toBe(false);
  });
});
