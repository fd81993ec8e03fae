import {
  FindingRecord,
  MetricValue,
} from 'backstage-plugin-accountability-common';
import { ago, found, many } from '../testing';
import { DAY, distributionOf, formatDuration, percentile } from '../time';
import { tailOf } from './buildsLeftOut';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

/** From this CVSS score on a finding is of high severity. */
const highScore = 7;

/** Of one or two a median is no more than their mean. */
const minimum = 3;

/** Where the ranges of times meet, in days: a week and the rungs. */
const bounds = [7, 14, 30, 90, 180];

/** A finding that took so many days to fix. */
const fixedIn = (
  id: string,
  days: number,
  given: Parameters<typeof found>[1] = {},
) =>
  found(id, {
    state: 'fixed',
    startedAt: ago(5 + days, 'd'),
    endedAt: ago(5, 'd'),
    ...given,
  });

/** Median time from when a severe finding was opened until it was fixed. */
export const highSeverityTimeToFix = defineFact({
  id: 'security.high_severity_time_to_fix',
  burden: 'security',
  question: 'How long do severe holes stay open before we fix them?',
  unit: 'days',
  windowDays: 90,
  needs: ['finding'],
  source:
    'Mean time to remediate, as a median (type 7): from opened to fixed, over findings of severity high or critical, or of a CVSS score of 7 or more, fixed in the window; dismissed ones are no fix and are told beside it, open ones are no time yet; unknown under 3',
  ladder: {
    better: 'lower',
    bronze: 90,
    silver: 30,
    gold: 14,
    basis: 'convention',
  },
  gaming:
    'Dismissing findings instead of fixing them makes it short, and so does leaving the old ones open; look at how many were dismissed and are open, which are told beside it.',
  windowBy: { finding: closedSevere },

  measure(context) {
    const closed = context.inWindow.finding;
    const fixed = closed.filter(({ state }) => state === 'fixed');
    const dismissed = closed.filter(({ state }) => state === 'dismissed');
    const open = context.records.finding.filter(
      finding => finding.state === 'open' && isSevere(finding),
    );
    const values = fixed.map(toValue);
    const days = values.map(({ value }) => value);
    const median = percentile(days, 0.5);
    const of = counted(fixed.length, 'severe finding');
    const tail = tailOf([
      ...(dismissed.length > 0
        ? [`${dismissed.length} more ${were(dismissed)} dismissed`]
        : []),
      ...(open.length > 0
        ? [`${open.length} ${open.length === 1 ? 'is' : 'are'} open still`]
        : []),
    ]);
    const evidence = closed.map(({ id }) => id);
    if (median === undefined || fixed.length < minimum) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: fixed.length,
        evidence: [...evidence, ...open.map(({ id }) => id)],
        because: `${of} ${were(fixed)} fixed, ${windowWords(
          context,
        )}; a median needs at least ${minimum}${tail}`,
      };
    }
    return {
      status: 'known',
      value: median,
      sampleSize: fixed.length,
      evidence,
      distribution: distributionOf(days, bounds),
      values,
      parts: [partOf('fixed', fixed), partOf('dismissed', dismissed)],
      because: `Median ${formatDuration(
        median * DAY,
      )} from opened to fixed over ${of}, ${windowWords(context)}${tail}`,
    };
  },

  examples: [
    {
      given: 'three that took two, ten and forty days',
      records: [fixedIn('a', 2), fixedIn('b', 10), fixedIn('c', 40)],
      gives: 10,
    },
    {
      given:
        'a score of seven is severe whatever the word for it, a medium of five is not',
      records: [
        fixedIn('a', 2),
        fixedIn('b', 10, { severity: 'critical' }),
        fixedIn('c', 40, { severity: 'medium', cvss: 7 }),
        fixedIn('d', 80, { severity: 'medium', cvss: 5 }),
      ],
      gives: 10,
    },
    {
      given: 'dismissed and open ones are no time',
      records: [
        ...many(3, 'f', id => fixedIn(id, 4)),
        ...many(9, 'd', id => fixedIn(id, 1, { state: 'dismissed' })),
        ...many(9, 'o', id => found(id)),
      ],
      gives: 4,
    },
    {
      given: 'two fixed in the window and one before it',
      records: [
        ...many(2, 'f', id => fixedIn(id, 4)),
        fixedIn('old', 4, { endedAt: ago(91, 'd'), startedAt: ago(95, 'd') }),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no finding was ever collected for the service',
      records: [],
      gives: 'never-collected',
    },
  ],
});

function isSevere({ severity, cvss = 0 }: FindingRecord): boolean {
  return severity === 'high' || severity === 'critical' || cvss >= highScore;
}

/** When a severe finding was fixed or dismissed. */
function closedSevere(finding: FindingRecord): number | undefined {
  return isSevere(finding) && finding.state !== 'open'
    ? finding.endedAt
    : undefined;
}

function toValue({
  id,
  startedAt,
  endedAt = startedAt,
}: FindingRecord): MetricValue {
  return { record: id, at: endedAt, value: (endedAt - startedAt) / DAY };
}

function partOf(key: string, findings: readonly FindingRecord[]) {
  const records = findings.map(({ id }) => id);
  return { key, value: records.length, records };
}

function were({ length }: readonly unknown[]): string {
  return length === 1 ? 'was' : 'were';
}
