import {
  FindingRecord,
  MetricValue,
} from 'backstage-plugin-accountability-common';
import { ago, found, many } from '../testing';
import { DAY, distributionOf, formatDuration, percentile } from '../time';
import { tailOf } from './buildsLeftOut';
import { defineFact, FactContext } from './defineFact';
import { isSevereBySource } from './isSevereBySource';
import { likelyScore, saidOfFinding } from './saidOfFinding';
import { counted, windowWords } from './wording';

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

const scored = {
  scores: {
    asOf: ago(1, 'd'),
    epss: new Map([
      ['CVE-2026-0001', likelyScore],
      ['CVE-2026-0002', 0.09],
    ]),
  },
};

/** Median time from when a severe finding was opened until it was fixed. */
export const highSeverityTimeToFix = defineFact({
  id: 'security.high_severity_time_to_fix',
  burden: 'security',
  question: 'How long do severe holes stay open before we fix them?',
  unit: 'days',
  windowDays: 90,
  needs: ['finding'],
  source:
    'Mean time to remediate, as a median (type 7): from opened to fixed, over findings of severity high or critical, of a CVSS score of 7 or more, or, where EPSS is loaded, of a score of 0.1 or more in it, fixed in the window; dismissed ones are no fix and are told beside it, open ones are no time yet; unknown under 3. EPSS is that of the day on which it was loaded, the cut one of practice',
  ladder: {
    better: 'lower',
    bronze: 90,
    silver: 30,
    gold: 14,
    basis: 'convention',
  },
  gaming:
    'Dismissing findings instead of fixing them makes it short, and so does leaving the old ones open; look at how many were dismissed and are open, which are told beside it.',
  reads: ['vulnerabilities'],
  windowBy: { finding: closedAt },

  measure(context) {
    const severe = isSevereIn(context);
    const closed = context.inWindow.finding.filter(severe);
    const fixed = closed.filter(({ state }) => state === 'fixed');
    const dismissed = closed.filter(({ state }) => state === 'dismissed');
    const open = context.records.finding.filter(
      finding => finding.state === 'open' && severe(finding),
    );
    const values = fixed.map(toValue);
    const days = values.map(({ value }) => value);
    const median = percentile(days, 0.5);
    const of = counted(fixed.length, 'severe finding');
    const tail = tailOf([
      ...likelyNotes(context, { fixed, open }),
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
      given:
        'what is likely to be exploited is severe however low its severity',
      records: [
        fixedIn('a', 2),
        fixedIn('b', 10, { severity: 'low', identifiers: ['cve-2026-0001'] }),
        fixedIn('c', 40, { severity: 'low', identifiers: ['CVE-2026-0001'] }),
        fixedIn('d', 80, { severity: 'low', identifiers: ['CVE-2026-0002'] }),
      ],
      supply: { vulnerabilities: scored },
      gives: 10,
    },
    {
      given: 'the same findings where no scores are loaded',
      records: [
        fixedIn('a', 2),
        fixedIn('b', 10, { severity: 'low', identifiers: ['CVE-2026-0001'] }),
        fixedIn('c', 40, { severity: 'low', identifiers: ['CVE-2026-0001'] }),
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

function isSevereIn(context: FactContext) {
  return (finding: FindingRecord): boolean =>
    isSevereBySource(finding) ||
    saidOfFinding(finding, context).isLikely === true;
}

/** When a finding was fixed or dismissed, whichever it is: what lists say of it is not known here. */
function closedAt({ state, endedAt }: FindingRecord): number | undefined {
  return state === 'open' ? undefined : endedAt;
}

/** `2 of those fixed and 1 of those open are likely to be exploited`; nothing where no scores are loaded. */
function likelyNotes(
  context: FactContext,
  given: Record<'fixed' | 'open', readonly FindingRecord[]>,
): string[] {
  if (!context.supply.vulnerabilities.scores) return [];
  const count = (findings: readonly FindingRecord[]) =>
    findings.filter(finding => saidOfFinding(finding, context).isLikely).length;
  return [
    `${count(given.fixed)} of those fixed and ${count(
      given.open,
    )} of those open are likely to be exploited (EPSS of ${likelyScore} or more)`,
  ];
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
