import { onCallWeeks } from '../../../fixtures';
import { layoutBars } from './layoutBars';

const size = { width: 428, height: 240 };

describe('bars of pages', () => {
  it('stand on one another, and on the line', () => {
    const { bars, bottom } = layoutBars(onCallWeeks([[4, 2, 1]]), size);

    const [working, evening, night] = bars[0].parts;
    expect(working.y + working.height).toBeCloseTo(bottom);
    expect(evening.y + evening.height).toBeCloseTo(working.y);
    expect(night.y + night.height).toBeCloseTo(evening.y);
    expect(bars[0].top).toBeCloseTo(night.y);
  });

  it.each([
    { given: 'a limit above all bars', weeks: [2], limit: 14, gives: 14 },
    { given: 'a bar above the limit', weeks: [28], limit: 14, gives: 28 },
    { given: 'one page and a limit of none', weeks: [1], limit: 0, gives: 1 },
  ])('have a scale to $gives, of $given', ({ weeks, limit, gives }) => {
    const { bars, ticks, limitY, bottom } = layoutBars(
      onCallWeeks(weeks.map(working => [working, 0, 0])),
      { ...size, limit },
    );

    const perPage = (bottom - 34) / gives;
    expect(bottom - bars[0].top).toBeCloseTo(perPage * weeks[0]);
    expect(bottom - (limitY ?? NaN)).toBeCloseTo(perPage * limit);
    expect(ticks[0]).toEqual({ label: 0, y: bottom });
  });

  it('never meet, however narrow', () => {
    const { bars } = layoutBars(
      onCallWeeks(Array.from({ length: 8 }, () => [1, 1, 1] as const)),
      { width: 260, height: 240 },
    );

    bars.slice(1).forEach((bar, place) => {
      const before = bars[place];
      expect(before.x + before.width).toBeLessThan(bar.x);
    });
  });
});
