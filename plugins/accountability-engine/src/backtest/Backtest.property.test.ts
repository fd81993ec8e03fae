import fc from 'fast-check';
import { evaluateCheck, whetherScored } from '../policy';
import { WEEK } from '../time';
import {
  candidateOf,
  facts,
  now,
  reportOf,
  serviceOf,
} from './__testUtils__/candidates';
import { backtestWeeks } from './backtestWeeks';
import { pastFacts } from './pastFacts';

const rate = 'reliability.change_fail_rate';
const incidents = 'reliability.incidents';
const candidate = candidateOf(
  {
    one: `expression: ${rate} <= 0.5`,
    both: `expression: '${rate} <= 0.5 && ${incidents} <= 2.0'`,
    some: `when: ${incidents} >= 1.0, expression: ownership.owner_resolves`,
    late: 'expression: "now - security.last_scan < duration(\\"400h\\")"',
    words: 'expression: security.scanner == "trivy"',
  },
  { head: '  match: { spec.type: service }' },
);
const weeks = backtestWeeks(now, 90);
const units = new Map(facts.map(({ id, unit }) => [id, unit]));

const kept = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.constant('stale'));
const week = fc.record(
  {
    [rate]: kept(fc.constantFrom(0, 0.5, 0.9)),
    [incidents]: kept(fc.nat(4)),
    'ownership.owner_resolves': kept(fc.nat(1)),
    'security.last_scan': kept(fc.integer({ min: weeks[0] - WEEK, max: now })),
  },
  { requiredKeys: [] },
);
const service = fc.record({
  type: fc.constantFrom('service', 'service', 'library'),
  past: fc.array(week, { minLength: weeks.length, maxLength: weeks.length }),
  incidents: fc.array(fc.integer({ min: weeks[0] - WEEK, max: now })),
});
const built = (
  given: {
    type: string;
    past: Record<string, string | number>[];
    incidents: number[];
  }[],
) => given.map((one, index) => serviceOf(`s${index}`, one));

/** Every cell of week and service, by the evaluation that gates and scorecards use. */
function cellsOf(services: ReturnType<typeof built>, checkIndex: number) {
  const [scorecard] = candidate.scorecards;
  return services.flatMap(given =>
    weeks.map((at, index) => {
      const scope = {
        service: given.service,
        now: at,
        facts: pastFacts(given.past[index], { at, units }),
      };
      const isScored = whetherScored(scorecard, scope) === 'true';
      const { status } = evaluateCheck(scorecard.checks[checkIndex], scope);
      return { given, index, at, status: isScored ? status : undefined };
    }),
  );
}

describe('a backtest of any services', () => {
  it('counts what evaluating every week of every service gives', () => {
    expect(candidate.diagnostics).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(service, { maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (drawn, incidentWeeks) => {
          const services = built(drawn);

          const { checks } = reportOf(candidate, services, { incidentWeeks });

          checks.forEach((check, checkIndex) => {
            const cells = cellsOf(services, checkIndex);
            const count = (index: number, ...statuses: string[]) =>
              cells.filter(
                cell =>
                  cell.index === index && statuses.includes(cell.status ?? ''),
              ).length;
            expect(check.past.map(({ week: _, ...counts }) => counts)).toEqual(
              weeks.map((_, index) => ({
                fail: count(index, 'fail'),
                known: count(index, 'fail', 'pass'),
                unknown: count(index, 'unknown'),
              })),
            );
            const length = incidentWeeks * WEEK;
            const isKnown = (
              given: ReturnType<typeof built>[number],
              index: number,
            ) => typeof given.past[index]?.get(incidents) === 'number';
            const compared = cells.filter(
              ({ given, index, at }) =>
                index % incidentWeeks === 0 &&
                at + length <= now &&
                isKnown(given, index) &&
                isKnown(given, index + incidentWeeks),
            );
            for (const [side, status] of [
              ['failed', 'fail'],
              ['passed', 'pass'],
            ] as const) {
              const mine = compared.filter(cell => cell.status === status);
              const hit = mine.filter(({ given, at }) =>
                given.incidents.some(
                  begun => begun >= at && begun - at < length,
                ),
              );
              expect(check.incidents[side]).toEqual({
                weeks: mine.length,
                withIncident: hit.length,
              });
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says the same in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(service, { maxLength: 5 }), drawn => {
        const services = built(drawn);

        expect(reportOf(candidate, [...services].reverse())).toEqual(
          reportOf(candidate, services),
        );
      }),
      { numRuns: 30 },
    );
  });
});
