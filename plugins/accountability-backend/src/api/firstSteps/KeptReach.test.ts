import { KeptReach } from './KeptReach';

const second = 1000;
const refs = (count: number) =>
  new Set(Array.from({ length: count }, (_, at) => `component:default/s${at}`));

function setUp(count: number) {
  const looks: number[] = [];
  let at = 0;
  let read = async () => ({ reached: refs(count), unowned: looks.length });
  const kept = new KeptReach({
    now: () => at,
    read: () => {
      looks.push(at);
      return read();
    },
  });
  return {
    ...{ kept, looks },
    wait: (ms: number) => {
      at += ms;
    },
    fail: () => {
      read = async () => {
        throw new Error('The database is gone');
      };
    },
  };
}

describe('KeptReach', () => {
  it.each([
    { given: 0, after: 0, gives: 2 },
    { given: 1, after: 10, gives: 2 },
    { given: 100, after: 0.9 * second, gives: 1 },
    { given: 100, after: 1 * second, gives: 2 },
    { given: 12_000, after: 119 * second, gives: 1 },
    { given: 12_000, after: 120 * second, gives: 2 },
  ])(
    'has looked $gives times after $after ms where $given services are reached',
    async ({ given, after, gives }) => {
      const { kept, looks, wait } = setUp(given);

      await kept.current();
      wait(after);
      const { reached } = await kept.current();

      expect(looks).toHaveLength(gives);
      expect(reached.size).toBe(given);
    },
  );

  it('looks once for all who ask at once', async () => {
    const { kept, looks } = setUp(0);

    await Promise.all([kept.current(), kept.current(), kept.current()]);

    expect(looks).toHaveLength(1);
  });

  it('tells who asks of a look that failed, and looks again for the next', async () => {
    const { kept, looks, wait, fail } = setUp(100);
    await kept.current();
    wait(2 * second);
    fail();

    await expect(kept.current()).rejects.toThrow('The database is gone');
    await expect(kept.current()).rejects.toThrow('The database is gone');

    expect(looks).toHaveLength(3);
  });
});
