import { ago, reported } from '../testing';
import { DAY, earliest, formatDay } from '../time';
import { defineFact, FactContext } from './defineFact';
import { nextEnd } from './hasEnded';
import { newestReports, reportsOf, sumOf } from './newestReports';
import { counted } from './wording';

/** Instrumentation changes with the code; what was checked earlier says nothing of today. */
const fresh = 90 * DAY;

/** An older report is still told of as one that is too old. */
const reach = 120 * DAY;

/** Names of failed checks that the sentence holds. */
const mostNames = 10;

const checked = (
  id: string,
  checks: Record<string, boolean>,
  given: Parameters<typeof reported>[1] = {},
) => {
  const results = Object.entries(checks);
  return reported(id, {
    format: 'instrumentation',
    measures: {
      ...Object.fromEntries(
        results.map(([name, passes]) => [`check:${name}`, passes ? 1 : 0]),
      ),
      passed: results.filter(([, passes]) => passes).length,
      applicable: results.length,
    },
    ...given,
  });
};
const three = { 'service.name': true, traces: true, red_metrics: true };

/** Share of the checks of the service's instrumentation that pass, of those that apply, in the newest report of each tool. */
export const instrumentation = defineFact({
  id: 'observability.instrumentation',
  burden: 'observability',
  question: 'Can we see from outside what this service does?',
  unit: 'ratio',
  windowDays: 0,
  needs: ['report'],
  reports: ['instrumentation'],
  source:
    'OpenTelemetry semantic conventions (service.name), the RED method of Wilkie (rate, errors, duration) and a playbook for each alert as in Site Reliability Engineering: checks that pass over those that apply, as the newest report of the format instrumentation of each tool says; which checks there are is up to the tool; unknown without one of the last 90 days',
  ladder: {
    better: 'higher',
    bronze: 0.5,
    silver: 0.75,
    gold: 1,
    basis: 'convention',
  },
  gaming:
    'A check that is called not applicable or left out raises the share; look at how many apply, which is told beside it.',
  lateDays: 120,

  changesAt(context) {
    const { reports, newest } = look(context);
    const { now } = context;
    return [
      ...newest.flatMap(({ at, report }) => [
        at + fresh + 1,
        report.startedAt + reach + 1,
      ]),
      ...reports.map(({ report }) => nextEnd(now, report.uploads)),
    ]
      .filter(at => at !== undefined && at > now)
      .reduce(earliest, undefined);
  },

  measure(context) {
    const { newest, recent } = look(context);
    const evidence = recent.map(({ report }) => report.id);
    const last = newest.at(-1);
    if (recent.length === 0) {
      return {
        status: 'unknown',
        reason: last ? 'stale' : 'never-collected',
        because: last
          ? `The last report of the format instrumentation is of ${formatDay(
              last.at,
            )}, more than 90 days ago; run the checks again and upload it`
          : 'No report of the format instrumentation was uploaded in 90 days; run the checks in CI and upload one',
      };
    }
    const applicable = sumOf(recent, 'applicable');
    if (applicable === 0) {
      return {
        status: 'unknown',
        reason: 'not-applicable',
        evidence,
        because:
          'None of the checks of the newest report applies to this service; add one that does, such as service.name',
      };
    }
    const passed = sumOf(recent, 'passed');
    return {
      status: 'known',
      value: passed / applicable,
      sampleSize: applicable,
      evidence,
      because: `${passed} of ${counted(
        applicable,
        'check that applies passes',
        'checks that apply pass',
      )}, as of ${formatDay(recent[recent.length - 1].at)}${failedOf(recent)}`,
    };
  },

  examples: [
    {
      given: 'three of four checks pass',
      records: [checked('r', { ...three, log_schema: false })],
      gives: 0.75,
    },
    {
      given: 'the newest report alone counts',
      records: [
        checked(
          'old',
          { ...three, log_schema: false },
          { startedAt: ago(9, 'd') },
        ),
        checked('new', three),
      ],
      gives: 1,
    },
    {
      given: 'two tools, each with its part',
      records: [
        checked('a', { traces: true }, { tool: 'traces-lint' }),
        checked('b', { log_schema: false }, { tool: 'log-lint' }),
      ],
      gives: 0.5,
    },
    {
      given: 'a branch does not run',
      records: [
        checked('main', three),
        checked(
          'b',
          { traces: false },
          { defaultBranch: false, startedAt: ago(1, 'd') },
        ),
      ],
      gives: 1,
    },
    {
      given: 'a report of 91 days ago',
      records: [checked('r', three, { startedAt: ago(91, 'd') })],
      gives: 'stale',
    },
    {
      given: 'no check that applies',
      records: [checked('r', {})],
      gives: 'not-applicable',
    },
    {
      given: 'reports of scanners alone',
      records: [reported('scan')],
      gives: 'never-collected',
    },
  ],
});

function look(context: FactContext) {
  const reports = reportsOf(context, { format: 'instrumentation', reach });
  const newest = newestReports(reports, context.now);
  const recent = newest.filter(({ at }) => at >= context.now - fresh);
  return { reports, newest, recent };
}

/** `; failed: log_schema, traces`; empty where none did. */
function failedOf(recent: ReturnType<typeof look>['recent']): string {
  const measures = recent.flatMap(({ report }) =>
    Object.entries(report.measures ?? {}),
  );
  const failed = new Set(
    measures.flatMap(([name, value]) =>
      name.startsWith('check:') && value === 0 ? name.slice(6) : [],
    ),
  );
  if (failed.size === 0) return '';
  const more = failed.size - mostNames;
  const names = [...failed].sort().slice(0, mostNames).join(', ');
  return `; failed: ${names}${more > 0 ? ` and ${more} more` : ''}`;
}
