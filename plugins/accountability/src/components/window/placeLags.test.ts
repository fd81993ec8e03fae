import { placeLags } from './placeLags';

const HOUR = 3_600_000;
const box = { width: 408, height: 40 };

describe('placeLags', () => {
  it('goes a quarter beyond the longest window', () => {
    const { x, end } = placeLags([], { ...box, windows: [4 * HOUR, HOUR] });

    expect(x(0)).toBe(0);
    expect(x(5 * HOUR)).toBe(end);
  });

  it('counts what took longer at the end, for which it leaves room', () => {
    const windows = [4 * HOUR];

    const placed = placeLags([HOUR, 5 * HOUR, 6 * HOUR], { ...box, windows });

    expect(placed.dots).toHaveLength(2);
    expect(placed.later).toBe(1);
    expect(placed.end).toBeLessThan(placeLags([HOUR], { ...box, windows }).end);
  });

  it('stacks dots that would lie over each other, and never beyond its height', () => {
    const lags = Array.from({ length: 50 }, () => HOUR);

    const { dots } = placeLags(lags, { ...box, windows: [4 * HOUR] });

    expect(new Set(dots.map(({ y }) => y)).size).toBe(50);
    expect(Math.max(...dots.map(({ y }) => y))).toBeLessThanOrEqual(box.height);
    expect(new Set(dots.map(({ x }) => x)).size).toBe(1);
  });

  it('goes as far as the lags where there is no window', () => {
    const { later, x, end } = placeLags([48 * HOUR], { ...box, windows: [] });

    expect(later).toBe(0);
    expect(x(60 * HOUR)).toBe(end);
  });

  it.each([
    { windows: [HOUR], ticks: [0, 1] },
    { windows: [24 * HOUR], ticks: [0, 6, 12, 18, 24, 30] },
    {
      windows: [90 * 24 * HOUR],
      ticks: [0, 336, 672, 1008, 1344, 1680, 2016, 2352, 2688],
    },
  ])('names $ticks hours', ({ windows, ticks }) => {
    const placed = placeLags([], { ...box, windows });

    expect(placed.ticks.map(ms => ms / HOUR)).toEqual(ticks);
  });
});
