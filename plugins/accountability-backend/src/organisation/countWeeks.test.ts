import { burdens } from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { Names } from './Names';
import { DAY, now, turned } from './__testUtils__/organisationOf';
import { countWeeks, placeOf } from './countWeeks';
import { statusOrder } from './statusOrder';
import { pointCount, weekStarts } from './weekStarts';

const starts = weekStarts(now);
const burden = 'security';
const at = burdens.indexOf(burden);

/** Known results and those that do not pass, at each instant, oldest first. */
function read(weeks: Uint16Array): [number, number][] {
  return Array.from({ length: pointCount }, (_, point) => {
    const place = placeOf(point, at);
    return [weeks[place], weeks[place + 1]];
  });
}

describe('weekStarts', () => {
  it('are midnights a week apart, the last a week before today began', () => {
    expect(starts).toHaveLength(12);
    expect(new Date(starts[11]).toISOString()).toBe('2026-11-16T00:00:00.000Z');
    expect(new Date(starts[0]).toISOString()).toBe('2026-08-31T00:00:00.000Z');
  });
});

describe('countWeeks', () => {
  it('tells of a check that never turned only since it was asked', () => {
    const names = new Names();
    const check = names.numberOf({ scorecard: 'ready', check: 'a', burden });
    const since = starts[9] + 1;

    const weeks = countWeeks(
      {
        results: [{ check, status: statusOrder.indexOf('fail'), since }],
        turns: [],
      },
      { starts, names },
    );

    expect(read(weeks)).toEqual([
      ...Array.from({ length: 10 }, () => [0, 0]),
      ...Array.from({ length: 3 }, () => [1, 1]),
    ]);
  });

  it('counts what turned at an instant as turned, and what is unknown in neither number', () => {
    const names = new Names();
    const check = names.numberOf({ scorecard: 'ready', check: 'a', burden });

    const weeks = countWeeks(
      {
        results: [
          { check, status: statusOrder.indexOf('unknown'), since: now - DAY },
        ],
        turns: [
          turned(now - DAY, 'warn', 'unknown', 'a'),
          turned(starts[11], 'pass', 'warn', 'a'),
        ],
      },
      { starts, names },
    );

    expect(read(weeks).slice(-3)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('says at each instant what was the result then, whatever turned', () => {
    const turn = fc.record({
      at: fc.integer({ min: starts[0] - 20 * DAY, max: now }),
      to: fc.constantFrom('pass', 'warn', 'fail', 'unknown', 'exempt'),
    });
    const history = fc.array(turn, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 4 }), all => {
        const names = new Names();
        const histories = all.map(own => [...own].sort((a, b) => a.at - b.at));
        const state = {
          results: histories.map((own, i) => {
            const last = own[own.length - 1];
            return {
              check: names.numberOf({
                ...{ scorecard: 'ready', check: `c${i}`, burden },
              }),
              status: statusOrder.findIndex(status => status === last.to),
              since: last.at,
            };
          }),
          // The first one was no turn: nothing was there before.
          turns: histories
            .flatMap((own, i) =>
              own
                .slice(1)
                .map(({ at: when, to }, j) =>
                  turned(when, own[j].to, to, `c${i}`),
                ),
            )
            .sort((a, b) => b.at - a.at),
        };

        const weeks = read(countWeeks(state, { starts, names }));

        [...starts, now].forEach((start, point) => {
          const then = histories.flatMap(own => {
            const before = own.filter(({ at: when }) => when <= start);
            // What turned since is known to have been something before.
            if (before.length === 0 && own.length > 1) return own[0].to;
            return before.at(-1)?.to ?? [];
          });
          const known = then.filter(status => status !== 'unknown');
          const bad = then.filter(
            status => status === 'warn' || status === 'fail',
          );
          expect(weeks[point]).toEqual([known.length, bad.length]);
        });
      }),
    );
  });
});
