import { trendShape } from './trendShape';

const days = (...values: (number | undefined)[]) =>
  values.map((value, n) => ({ day: `2026-11-0${n + 1}`, value }));
const box = { width: 104, height: 48 };

describe('trendShape', () => {
  it('draws one line over days that are all known', () => {
    const shape = trendShape(days(0, 5, 10), box);

    expect(shape.lines).toEqual(['M0 44L50 24L100 4']);
    expect(shape.gaps).toEqual([]);
    expect(shape.last).toEqual({ x: 100, y: 4 });
  });

  it('never bridges the unknown', () => {
    const shape = trendShape(days(1, undefined, 1), box);

    expect(shape.lines).toHaveLength(2);
    expect(shape.gaps).toEqual([{ x: 25, width: 50 }]);
    expect(shape.unknownDays).toBe(1);
  });

  it('marks no last point where the last day is unknown', () => {
    expect(trendShape(days(1, 2, undefined), box).last).toBeUndefined();
  });

  it('makes room for a limit above every value', () => {
    const shape = trendShape(days(1, 1), { ...box, limit: 2 });

    expect(shape.limitY).toBe(4);
    expect(shape.lines[0]).toContain(' 24');
  });

  it.each([[[]], [days(undefined, undefined)]])(
    'draws no line where nothing is known',
    points => {
      expect(trendShape(points, box).lines).toEqual([]);
    },
  );
});
