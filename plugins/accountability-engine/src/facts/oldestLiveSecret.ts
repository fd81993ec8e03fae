import { FindingRecord } from 'backstage-plugin-accountability-common';
import { ago, found } from '../testing';
import {
  DAY,
  earliest,
  formatDuration,
  HOUR,
  nextWindowChange,
  SECOND,
} from '../time';
import { tailOf } from './buildsLeftOut';
import { defineFact, FactContext, Measurement } from './defineFact';
import { dismissedDays, findingsDismissed } from './findingsDismissed';
import { counted } from './wording';

/** Hours matter while a secret is young; an older one is told by days, so that nothing is due every hour for months. */
const young = 8 * DAY;

const secret = { category: 'secret', severity: undefined } as const;

const nobodyLooks: Measurement = {
  status: 'unknown',
  reason: 'insufficient-data',
  because: `No secret was told of within ${dismissedDays} days, and nothing says that anybody looks for them; connect a source that scans for secrets`,
};

/** Age of the oldest leaked secret that is open and may still work; 0 where none is. */
export const oldestLiveSecret = defineFact({
  id: 'security.oldest_live_secret',
  burden: 'security',
  question: 'How long has a leaked secret of ours been left working?',
  unit: 'seconds',
  windowDays: 0,
  needs: ['finding'],
  source:
    'GitGuardian State of Secrets Sprawl 2026 (leaked secrets stay valid for long): age of the oldest open finding of a secret that works or of which that is unknown, in whole hours, after eight days in whole days; one that works no longer does not count, dismissed ones are told beside it; unknown where no secret was told of within 90 days, since nothing says then that anybody looks for them',
  ladder: {
    better: 'lower',
    bronze: 604800,
    silver: 86400,
    gold: 0,
    basis: 'convention',
  },
  gaming:
    'Dismissing a secret as used in tests makes it vanish while it works; look at how many were dismissed and why, which is told beside it.',
  lateDays: dismissedDays,

  changesAt(context) {
    const [oldest] = liveOf(context);
    const window = { from: context.now - dismissedDays * DAY, to: context.now };
    const closings = secretsOf(context).flatMap(({ endedAt }) => endedAt ?? []);
    return earliest(
      oldest && oldest.startedAt + nextStep(ageOf(oldest, context)),
      nextWindowChange(window, closings),
    );
  },

  measure(context) {
    const live = liveOf(context);
    const [oldest] = live;
    const dismissed = findingsDismissed(context, isSecret);
    if (!oldest && !isLookedFor(context)) return nobodyLooks;
    const parts = [
      partOf(
        'live',
        live.filter(finding => finding.live),
      ),
      partOf(
        'unknown',
        live.filter(finding => !finding.live),
      ),
      partOf('dismissed', dismissed.findings),
    ];
    const age = oldest ? stepsOf(ageOf(oldest, context)) : 0;
    const untold = live.filter(finding => !finding.live).length;
    return {
      status: 'known',
      value: age / SECOND,
      sampleSize: live.length,
      evidence: parts.flatMap(({ records }) => records),
      parts: parts.filter(({ value }) => value > 0),
      because: `${
        oldest
          ? `${counted(
              live.length,
              'leaked secret is',
              'leaked secrets are',
            )} open${
              untold > 0 ? `, ${untold} of unknown validity` : ''
            }, the oldest for ${formatDuration(age)}`
          : 'No leaked secret is open that may still work'
      }${tailOf(dismissed.notes)}`,
    };
  },

  examples: [
    {
      given:
        'one that works for five hours and one of unknown validity for two',
      records: [
        found('a', { ...secret, live: true, startedAt: ago(5, 'h') }),
        found('b', { ...secret, startedAt: ago(2, 'h') }),
      ],
      gives: 5 * 3600,
    },
    {
      given: 'it is twenty days and an hour old, which is twenty days',
      records: [found('a', { ...secret, startedAt: ago(20 * 24 + 1, 'h') })],
      gives: 20 * 86400,
    },
    {
      given: 'the open one works no longer, the other was dismissed',
      records: [
        found('a', { ...secret, live: false }),
        found('b', {
          ...secret,
          state: 'dismissed',
          dismissedAs: 'used_in_tests',
          endedAt: ago(3, 'd'),
        }),
      ],
      gives: 0,
    },
    {
      given: 'holes in dependencies alone, so that nobody may look for secrets',
      records: [found('a', { category: 'dependency' })],
      gives: 'insufficient-data',
    },
    {
      given: 'no finding was ever collected for the service',
      records: [],
      gives: 'never-collected',
    },
  ],
});

function isSecret({ category }: FindingRecord): boolean {
  return category === 'secret';
}

function secretsOf({ records }: FactContext): FindingRecord[] {
  return records.finding.filter(isSecret);
}

/** Oldest first, as records come. */
function liveOf(context: FactContext): FindingRecord[] {
  return secretsOf(context).filter(
    ({ state, live }) => state === 'open' && live !== false,
  );
}

function isLookedFor(context: FactContext): boolean {
  const { now } = context;
  return secretsOf(context).some(
    ({ state, endedAt = now }) =>
      state === 'open' || endedAt >= now - dismissedDays * DAY,
  );
}

function ageOf({ startedAt }: FindingRecord, { now }: FactContext): number {
  return now - startedAt;
}

function stepOf(age: number): number {
  return age < young ? HOUR : DAY;
}

/** An age cut off to whole steps. */
function stepsOf(age: number): number {
  return Math.floor(age / stepOf(age)) * stepOf(age);
}

function nextStep(age: number): number {
  return stepsOf(age) + stepOf(age);
}

function partOf(key: string, findings: readonly FindingRecord[]) {
  const records = findings.map(({ id }) => id);
  return { key, value: records.length, records };
}
