import { CheckStatus } from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { ServicePast } from './Past';
import { burnUpDays } from './burnUpDays';
import { tellBurnUp } from './tellBurnUp';

const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 23);
const at = (days: number) => start + days * DAY;
const days = burnUpDays({ from: at(0), to: at(9.5) });

/** What happened to one check, forwards in time. */
interface Story {
  begins: number;
  first: CheckStatus;
  turns: { at: number; to: CheckStatus }[];
}

/** A service as it came, with the stories of its checks. */
interface Life {
  came: number;
  checks: Story[];
}

const status = fc.constantFrom<CheckStatus>(
  'pass',
  'warn',
  'fail',
  'exempt',
  'unknown',
  'not-applicable',
);
// Whole hours, so that instants fall together with ends of days.
const instant = fc.integer({ min: -5 * 24, max: 10 * 24 }).map(h => at(h / 24));

const life: fc.Arbitrary<Life> = instant.chain(came => {
  const later = instant.filter(one => one >= came);
  const steady = fc.record({
    begins: fc.oneof(fc.constant(came), later),
    first: status,
    turns: fc.constant<Story['turns']>([]),
  });
  const turning = fc.record({
    begins: fc.constant(came),
    first: status,
    turns: fc
      .uniqueArray(fc.record({ at: later, to: status }), {
        selector: turn => turn.at,
        maxLength: 5,
      })
      .map(turns => turns.sort((a, b) => a.at - b.at)),
  });
  return fc.record({
    came: fc.constant(came),
    checks: fc.array(fc.oneof(steady, turning), { minLength: 1, maxLength: 4 }),
  });
});

/** What tables keep of a life, looked at from the first day on. */
function keptOf({ came, checks }: Life): ServicePast {
  return {
    came,
    checks: checks.map(({ begins, first, turns }) => {
      const chain = turns.map((turn, i) => ({
        at: turn.at,
        from: turns[i - 1]?.to ?? first,
      }));
      return {
        status: turns.at(-1)?.to ?? first,
        since: turns.at(-1)?.at ?? begins,
        turns: chain.filter(turn => turn.at >= days[0].until).reverse(),
      };
    }),
  };
}

function lookAt({ checks }: Life, until: number): CheckStatus[] {
  return checks
    .filter(({ begins }) => begins < until)
    .map(({ first, turns }) =>
      turns.filter(turn => turn.at < until).reduce((_, turn) => turn.to, first),
    )
    .filter(one => one !== 'not-applicable');
}

const isDone = (statuses: readonly CheckStatus[]) =>
  statuses.every(one => one === 'pass' || one === 'exempt');

describe('tellBurnUp', () => {
  it('says of each day what a look at each check on that day gives', () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 6 }), lives => {
        const told = tellBurnUp(lives.map(keptOf), days);

        expect(told).toEqual(
          days.map(({ day, until }) => {
            const there = lives
              .map(one => lookAt(one, until))
              .filter(statuses => statuses.length > 0);
            return {
              day,
              done: there.filter(isDone).length,
              total: there.length,
            };
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('counts a service whose coming nobody knows from its first transition', () => {
    const told = tellBurnUp(
      [
        {
          checks: [
            {
              status: 'pass',
              since: at(4),
              turns: [
                { at: at(4), from: 'fail' },
                { at: at(2), from: 'unknown' },
              ],
            },
          ],
        },
      ],
      days,
    );

    expect(told.map(({ total }) => total).indexOf(1)).toBe(2);
    expect(told.map(({ done }) => done).indexOf(1)).toBe(4);
  });
});

describe('burnUpDays', () => {
  it.each([
    { given: 'one day', from: 0.2, to: 0.7, gives: [1, '2026-11-23'] },
    { given: 'two days', from: 0.9, to: 1.1, gives: [2, '2026-11-23'] },
    { given: '200 days', from: 0, to: 199.5, gives: [200, '2026-11-23'] },
    { given: '201 days', from: 0, to: 200.5, gives: [29, '2026-11-27'] },
    { given: 'four years', from: 0, to: 1460, gives: [105, '2026-11-27'] },
  ])('gives $gives of $given', ({ from, to, gives }) => {
    const told = burnUpDays({ from: at(from), to: at(to) });

    expect([told.length, told[0].day]).toEqual(gives);
    expect(told.at(-1)).toEqual({
      day: new Date(at(to)).toISOString().slice(0, 10),
      until: at(to) + 1,
    });
  });
});
