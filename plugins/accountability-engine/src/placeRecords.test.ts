import fc from 'fast-check';
import { BuildRecord } from 'backstage-plugin-accountability-common';
import { emptyRecords } from './emptyRecords';
import { defineFact } from './facts/defineFact';
import { placerOf } from './placeRecords';
import { built } from './testing';

const fact = defineFact({
  id: 'pipeline.test',
  burden: 'pipeline',
  question: 'How many builds?',
  unit: 'count',
  windowDays: 28,
  needs: ['build'],
  source: 'a test',
  measure: () => ({ status: 'unknown', reason: 'error', because: 'A test' }),
  examples: [],
});
const startOf = ({ startedAt }: BuildRecord) => startedAt;
const byStart = { ...fact, windowBy: { build: startOf } };
const byEnd = {
  ...fact,
  windowBy: { build: ({ endedAt }: BuildRecord) => endedAt },
};

function placer(starts: readonly number[]) {
  const build = [...starts]
    .sort((a, b) => a - b)
    .map((startedAt, i) => built(`b${i}`, { startedAt, endedAt: startedAt }));
  return placerOf({ ...emptyRecords(), build });
}

const asked = { window: { from: 10, to: 20 }, environment: 'production' };

describe('placing records', () => {
  it('by start finds what looking at each of them finds', () => {
    const starts = fc.array(fc.integer({ min: 5, max: 25 }), { maxLength: 12 });
    fc.assert(
      fc.property(starts, given => {
        expect(placer(given)(fact, asked)).toEqual(
          placer(given)(byStart, asked),
        );
      }),
    );
  });

  it('gives facts that place a kind alike one list, and others their own', () => {
    const place = placer([12, 15]);
    const listOf = (of: typeof fact, to = 20) =>
      place(of, { ...asked, window: { from: 10, to } }).inWindow.build;

    expect(listOf({ ...fact })).toBe(listOf(fact));
    expect(listOf(byEnd)).not.toBe(listOf(fact));
    expect(listOf(fact, 14)).toHaveLength(1);
  });

  it('gives lists that no fact can change', () => {
    const { build } = placer([12, 15])(fact, asked).inWindow;

    expect(() => build.pop()).toThrow(TypeError);
  });

  it('counts nothing for a fact about now', () => {
    const placed = placer([12])({ ...fact, windowDays: 0 }, asked);

    expect(placed).toEqual({ inWindow: emptyRecords() });
  });
});
