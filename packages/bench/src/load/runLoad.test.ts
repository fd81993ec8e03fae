import { perSecond, quantile, runLoad } from './runLoad';

describe('runLoad', () => {
  it.each([1, 3, 50])('does every item once with %d at a time', async lanes => {
    const items = Array.from({ length: 20 }, (_, i) => i);
    const done: number[] = [];
    let running = 0;
    let most = 0;

    const load = await runLoad(items, lanes, async item => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      done.push(item);
      running--;
    });

    expect(done.sort((a, b) => a - b)).toEqual(items);
    expect(load.latencies).toHaveLength(20);
    expect(most).toBe(Math.min(lanes, 20));
  });

  it('gives a rate from whole time, not from latencies', () => {
    const load = { tookMs: 500, latencies: [100, 100, 100, 100] };

    expect(perSecond(load)).toBe(8);
  });

  it.each([
    { given: [5, 1, 3], share: 0.5, gives: 3 },
    { given: [5, 1, 3], share: 0.95, gives: 5 },
    { given: [7], share: 0, gives: 7 },
  ])('quantile $share of $given is $gives', ({ given, share, gives }) => {
    expect(quantile(given, share)).toBe(gives);
  });
});
