import fc from 'fast-check';
import {
  FindingRecord,
  recordKinds,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService, measureExample } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { nothingSupplied, VulnerabilityLists } from '../supply';
import { ago, found, referenceNow } from '../testing';
import { DAY, HOUR } from '../time';
import { highSeverityTimeToFix } from './highSeverityTimeToFix';
import { knownExploitedOpenDays } from './knownExploitedOpenDays';

const names = ['CVE-2026-0001', 'CVE-2026-0002', 'CVE-2026-0003'];
const instant = (...days: number[]) =>
  fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(-1, 0, 1, 5 * HOUR))
    .map(([day, ms]) => referenceNow - day * DAY + ms);

const findings = fc
  .array(
    fc.record({
      startedAt: instant(1, 8, 30, 95),
      days: fc.constantFrom(0, 1, 2),
      state: fc.constantFrom<FindingRecord['state'][]>(
        'open',
        'fixed',
        'fixed',
        'dismissed',
      ),
      severity: fc.constantFrom<FindingRecord['severity'][]>('high', 'low'),
      identifiers: fc.subarray(names, { minLength: 1 }),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map(list =>
    list.map(({ days, ...given }, index) =>
      found(`f${index}`, {
        ...given,
        knownExploited: undefined,
        endedAt:
          given.state === 'open' ? undefined : given.startedAt + days * DAY,
      }),
    ),
  );

const lists: fc.Arbitrary<VulnerabilityLists> = fc
  .record({
    asOf: instant(0, 5, 7, 8),
    since: fc.array(
      fc.tuple(fc.constantFrom(...names), instant(-3, -1, 0, 2, 20, 100)),
    ),
    scores: fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(0.05, 0.1, 0.9)),
    ),
  })
  .map(({ asOf, since, scores }) => ({
    exploited: { asOf, since: new Map(since) },
    scores: { asOf, epss: new Map(scores) },
  }));

describe.each([
  { fact: knownExploitedOpenDays },
  { fact: highSeverityTimeToFix },
])('$fact.id with lists', ({ fact }) => {
  const tell = (
    records: readonly FindingRecord[],
    vulnerabilities: VulnerabilityLists,
    now = referenceNow,
  ) => {
    const prepared = prepareFacts({
      now,
      service: exampleService,
      records: [...records],
      collectedKinds: [...recordKinds],
      sourceKinds: [...recordKinds],
      settings: defaultSettings,
      supply: { ...nothingSupplied, vulnerabilities },
    });
    const { value, nextChangeAt = now + 30 * DAY } = measurePrepared(
      fact,
      prepared,
    );
    return {
      next: Math.min(nextChangeAt, prepared.nextRecordAt ?? Infinity),
      says: {
        status: value.status,
        value: value.status === 'known' ? value.value : undefined,
        evidence: value.evidence,
        because: fact.windowDays === 0 ? value.because : undefined,
      },
    };
  };

  it('says the same until the instant it names', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(findings, lists, share, (records, loaded, part) => {
        const now = tell(records, loaded);
        const between = Math.floor((now.next - 1 - referenceNow) * part);

        expect(now.next).toBeGreaterThan(referenceNow);
        for (const at of [now.next - 1, referenceNow + between]) {
          expect(tell(records, loaded, at).says).toEqual(now.says);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('sentences about findings and lists', () => {
  const open = (given: Parameters<typeof found>[1]) =>
    found('a', { knownExploited: undefined, ...given });
  const kev = (asOf: number, since: Record<string, number> = {}) => ({
    exploited: { asOf, since: new Map(Object.entries(since)) },
  });

  it.each([
    {
      given: 'no list',
      finding: open({}),
      vulnerabilities: {},
      says: '1 open finding does not say whether it is known to be exploited; load the list of exploited vulnerabilities (accountability.lists.kev), or let the source compare with it',
    },
    {
      given: 'a list and no CVE',
      finding: open({}),
      vulnerabilities: kev(ago(1, 'd')),
      says: '1 open finding names no CVE under which the list of exploited vulnerabilities could have it; let the source name it, or say itself whether it is exploited',
    },
    {
      given: 'a list of six days ago',
      finding: open({ identifiers: [names[0]] }),
      vulnerabilities: kev(ago(6, 'd')),
      says: 'None of 1 open finding is known to be exploited',
    },
    {
      given: 'a list of a week ago',
      finding: open({ identifiers: [names[0]] }),
      vulnerabilities: kev(ago(7, 'd')),
      says: 'None of 1 open finding is known to be exploited; the list is of 16 Nov 2026 and may lack what was added since',
    },
    {
      given: 'a list that has it since three days',
      finding: open({ identifiers: [names[0]] }),
      vulnerabilities: kev(ago(1, 'd'), { [names[0]]: ago(3, 'd') }),
      says: '1 known-exploited finding is open, the oldest for 3 days',
    },
  ])('tell of $given', ({ finding, vulnerabilities, says }) => {
    const { because } = measureExample(knownExploitedOpenDays, {
      given: '',
      records: [finding],
      supply: { vulnerabilities },
      gives: 0,
    });

    expect(because.replace(/\.$/, '')).toBe(says);
  });

  it('tell how many are likely to be exploited', () => {
    const fixed = (id: string, identifiers: string[]) =>
      found(id, { state: 'fixed', endedAt: ago(1, 'd'), identifiers });

    const { because } = measureExample(highSeverityTimeToFix, {
      given: '',
      records: [
        fixed('a', [names[0]]),
        fixed('b', [names[1]]),
        fixed('c', []),
        found('d', { identifiers: [names[0]], severity: 'low' }),
      ],
      supply: {
        vulnerabilities: {
          scores: {
            asOf: ago(1, 'd'),
            epss: new Map([
              [names[0], 0.3],
              [names[1], 0.01],
            ]),
          },
        },
      },
      gives: 9,
    });

    expect(because).toContain(
      '; 1 of those fixed and 1 of those open are likely to be exploited (EPSS of 0.1 or more); 1 is open still',
    );
  });
});
