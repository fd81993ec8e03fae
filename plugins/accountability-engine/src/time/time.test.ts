import fc from 'fast-check';
import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { DAY, HOUR, MINUTE } from './durations';
import { formatDuration } from './formatDuration';
import { formatInstant } from './formatInstant';
import { nextDailyTurn } from './nextDailyTurn';
import { nextWindowChange } from './nextWindowChange';
import { ownerAtOf } from './ownerAtOf';
import { percentile } from './percentile';
import { wilsonInterval } from './wilsonInterval';

describe('percentile', () => {
  it.each([
    { given: [], p: 0.5, gives: undefined },
    { given: [7], p: 0.95, gives: 7 },
    { given: [4, 1, 3, 2], p: 0.5, gives: 2.5 },
    { given: [1, 2, 3, 4, 5], p: 0.9, gives: 4.6 },
    { given: [10, 2, 1], p: 0, gives: 1 },
    { given: [10, 2, 1], p: 1, gives: 10 },
  ])('of $given at $p is $gives', ({ given, p, gives }) => {
    expect(percentile(given, p)).toBe(gives);
  });

  it('leaves its argument as it was', () => {
    const values = [3, 1, 2];

    percentile(values, 0.5);

    expect(values).toEqual([3, 1, 2]);
  });
});

describe('wilsonInterval', () => {
  it.each([
    { hits: 6, sample: 63, low: 0.0444, high: 0.1926 },
    { hits: 0, sample: 10, low: 0, high: 0.2775 },
    { hits: 10, sample: 10, low: 0.7225, high: 1 },
  ])('of $hits in $sample is $low to $high', ({ hits, sample, low, high }) => {
    const interval = wilsonInterval(hits, sample);

    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share and stays inside 0 to 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, other) => {
        const [hits, sample] = [Math.min(one, other), Math.max(one, other, 1)];

        const { low, high } = wilsonInterval(hits, sample);

        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / sample);
        expect(high).toBeGreaterThanOrEqual(hits / sample);
      }),
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [90_000, '1 min 30 s'],
    [DAY, '1 d'],
    [3 * HOUR + 59 * MINUTE + 59_000, '3 h 59 min'],
    [-8 * MINUTE, '\u22128 min'],
  ])('%d ms is %s', (ms, gives) => {
    expect(formatDuration(ms)).toBe(gives);
  });
});

it('an instant is written in UTC', () => {
  const written = formatInstant(Date.UTC(2026, 9, 1, 9, 8, 40));

  expect(written).toBe('1 Oct 2026, 09:08:40 UTC');
});

describe('nextWindowChange', () => {
  it.each([
    { given: 'nothing', instants: [], gives: undefined },
    { given: 'one before the window', instants: [99], gives: undefined },
    { given: 'one at its first instant', instants: [100], gives: 201 },
    { given: 'the first of two leaves', instants: [180, 120], gives: 221 },
    { given: 'one at its end enters', instants: [200, 150], gives: 201 },
  ])('$given gives $gives', ({ instants, gives }) => {
    expect(nextWindowChange({ from: 100, to: 200 }, instants)).toBe(gives);
  });

  it('is the first instant at which a count moves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), fc.nat(60), (instants, to) => {
        const countAt = (end: number) =>
          instants.filter(at => at >= end - 20 && at < end).length;
        const movesAt = (end: number) =>
          instants.some(
            at =>
              (at >= end - 20 && at < end) !== (at >= end - 21 && at < end - 1),
          );
        let first: number | undefined;
        for (let end = to + 1; end < 100 && first === undefined; end++) {
          if (movesAt(end)) first = end;
        }

        const next = nextWindowChange({ from: to - 20, to }, instants);

        expect(next).toBe(first);
        for (let end = to; end < (next ?? 100); end++) {
          expect(countAt(end)).toBe(countAt(to));
        }
      }),
    );
  });
});

it('the day of a service turns within the first half hour, after now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), fc.string(), (now, ref) => {
      const turn = nextDailyTurn(now, ref);

      expect(turn).toBeGreaterThan(now);
      expect(turn).toBeLessThanOrEqual(now + DAY);
      expect(turn % DAY).toBeLessThan(30 * MINUTE);
    }),
  );
});

describe('ownerAtOf', () => {
  const span = fc.record({
    owner: fc.constantFrom('group:default/a', 'group:default/b'),
    from: fc.nat(50),
    length: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  });

  it('agrees with looking at every span', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(span, { selector: s => s.from }),
        fc.nat(90),
        (given, at) => {
          const spans = given.map(
            ({ owner, from, length }): OwnerSpan => ({
              owner,
              from,
              resolves: true,
              origin: 'catalog',
              ...(length && { to: from + length }),
            }),
          );
          const open = spans.filter(
            ({ from, to = Infinity }) => from <= at && at < to,
          );
          const latest = Math.max(...open.map(({ from }) => from));

          const owner = ownerAtOf(spans)(at);

          expect(owner).toMatchObject(
            open.length === 0
              ? { status: 'unknown' }
              : {
                  status: 'known',
                  owner: open.find(({ from }) => from === latest)?.owner,
                },
          );
        },
      ),
    );
  });

  it.each([
    { spans: [], because: 'No owner of this service was ever recorded.' },
    {
      spans: [{ from: DAY }],
      because:
        'Owners of this service are known from 2 Jan 1970 on, not before.',
    },
    {
      spans: [{ from: -DAY, to: -HOUR }],
      because: 'Nobody owned this service on 1 Jan 1970.',
    },
  ])('says why nobody is known: $because', ({ spans, because }) => {
    const owner = { owner: 'group:default/a', resolves: true } as const;
    const given = spans.map(
      part => ({ ...owner, origin: 'import', ...part } as const),
    );

    expect(ownerAtOf(given)(0)).toEqual({ status: 'unknown', because });
  });
});
