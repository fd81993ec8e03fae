import { BuildRecord } from 'backstage-plugin-accountability-common';
import { ago, built, many, merged } from '../testing';
import { DAY, formatDay, nextWindowChange, Window } from '../time';
import { runOf } from './buildsAttempts';
import { tailOf } from './buildsLeftOut';
import { isRun } from './buildsUnits';
import { begunBuild } from './buildsWaits';
import { defineFact, FactContext } from './defineFact';
import { requestMergedToMain } from './mergedToMain';
import { counted, windowWords } from './wording';

/** How far before the window the baseline begins: with 90 days every assessment would read four times the builds, with 28 it is twice. */
const baselineDays = 28;

/** Of fewer merges the runs for each say nothing. */
const minimum = 10;

/** Runs and merges of a stretch of time. */
interface Load {
  runs: string[];
  merges: string[];
}

const run = { unit: 'run', defaultBranch: false } as const;
/** Ten merges with so many runs, so many days ago. */
const load = (runs: number, days: number) => [
  ...many(10, `c${days}-`, id => merged(id, { endedAt: ago(days, 'd') })),
  ...many(runs, `r${days}-`, id =>
    built(id, { ...run, startedAt: ago(days, 'd') }),
  ),
];

/** Runs for each merged request, as a multiple of what they were in the 28 days before. */
export const runsPerMerge = defineFact({
  id: 'pipeline.runs_per_merge',
  burden: 'pipeline',
  question: 'Do we need more builds than before to merge one change?',
  unit: 'count',
  windowDays: 28,
  needs: ['build', 'change'],
  source:
    'CircleCI State of Software Delivery 2026 (runs of branches grow, those of main do not): runs that began on branches other than the default one, each once however often it was tried, for each request merged into it, over the same of the 28 days before the window, or since the first run in them; jobs, skipped runs and runs whose branch is unknown left out; unknown under 10 merges on either side',
  ladder: {
    better: 'lower',
    bronze: 1.5,
    silver: 1.25,
    gold: 1,
    basis: 'derived',
  },
  gaming:
    'Switching checks off makes it small; look at the success of the default branch and at the tests that changes bring beside it.',
  windowBy: { build: begunOnBranch, change: requestMergedToMain },
  lateDays: baselineDays,

  changesAt(context) {
    const { build, change } = context.records;
    const { to } = context.window;
    return nextWindowChange({ from: baselineOf(context).from, to }, [
      ...build.flatMap(one => (isRun(one) ? begunBuild(one) ?? [] : [])),
      ...change.flatMap(one => requestMergedToMain(one) ?? []),
    ]);
  },

  measure(context) {
    const now = loadIn(context, context.window);
    const before = loadIn(context, sinceFirstRun(context));
    const sampleSize = now.merges.length + before.merges.length;
    const evidence = [...now.runs, ...now.merges];
    const tail = tailOf(unsaidOf(context));
    const whyNot = whyUnknown(now, before);
    if (whyNot) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize,
        evidence,
        because: `${whyNot}, ${windowWords(context)}${tail}`,
      };
    }
    const [each, eachBefore] = [now, before].map(perMerge);
    return {
      status: 'known',
      value: each / eachBefore,
      sampleSize,
      evidence,
      because: `${each.toFixed(1)} runs for each of ${
        now.merges.length
      } merged requests, ${windowWords(context)}; before it, from ${formatDay(
        sinceFirstRun(context).from,
      )} on, ${eachBefore.toFixed(1)} for each of ${
        before.merges.length
      }${tail}`,
    };
  },

  examples: [
    {
      given: 'three runs for each of ten merges, where it were two before',
      records: [...load(30, 2), ...load(20, 40)],
      gives: 1.5,
    },
    {
      given: 'attempts, jobs and runs of the default branch are in no number',
      records: [
        ...load(20, 2),
        ...load(20, 40),
        built('r2-1:2', { ...run, run: 'r2-1', attempt: 2 }),
        ...many(9, 'j', id => built(id, { ...run, unit: 'job' })),
        ...many(9, 'm', id => built(id, { unit: 'run' })),
      ],
      gives: 1,
    },
    {
      given: 'what was merged before the first run that is known',
      records: [
        ...load(20, 2),
        ...load(20, 40),
        ...many(10, 'old', id => merged(id, { endedAt: ago(50, 'd') })),
      ],
      gives: 1,
    },
    {
      given: 'nine merges in the days before',
      records: [
        ...load(20, 2),
        ...load(20, 40).filter(({ id }) => id !== 'c40-1'),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no run in the days before',
      records: [...load(20, 2), ...load(0, 40)],
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: a whole run that began for another branch than the default one. */
function begunOnBranch(record: BuildRecord): number | undefined {
  return isRun(record) && record.defaultBranch === false
    ? begunBuild(record)
    : undefined;
}

function baselineOf({ window }: FactContext): Window {
  return { from: window.from - baselineDays * DAY, to: window.from };
}

/** The baseline from its first run on, of whatever branch: before it nobody may have told of any. */
function sinceFirstRun(context: FactContext): Window {
  const { from, to } = baselineOf(context);
  const first = context.records.build.find(
    build => isRun(build) && isIn({ from, to }, begunBuild(build)),
  );
  return { from: first?.startedAt ?? to, to };
}

function isIn({ from, to }: Window, at: number | undefined): boolean {
  return at !== undefined && at >= from && at < to;
}

function loadIn({ records }: FactContext, window: Window): Load {
  const runs = records.build
    .filter(build => isIn(window, begunOnBranch(build)))
    .map(build => ({ id: build.id, of: runOf(build) ?? build.id }));
  return {
    runs: [...new Map(runs.map(({ id, of }) => [of, id])).values()],
    merges: records.change
      .filter(change => isIn(window, requestMergedToMain(change)))
      .map(({ id }) => id),
  };
}

function whyUnknown(now: Load, before: Load): string | undefined {
  const sides = [
    [now, 'in the window'],
    [before, `in the ${baselineDays} days before it`],
  ] as const;
  for (const [{ merges }, where] of sides) {
    if (merges.length < minimum) {
      return `${counted(
        merges.length,
        'merged request',
      )} ${where}, where runs for each need at least ${minimum}`;
    }
  }
  return before.runs.length > 0
    ? undefined
    : 'There was no run of a branch before the window, so there is nothing to compare with';
}

function perMerge({ runs, merges }: Load): number {
  return runs.length / merges.length;
}

function unsaidOf({ records, window }: FactContext): string[] {
  const unsaid = records.build.filter(
    build =>
      isRun(build) &&
      build.defaultBranch === undefined &&
      isIn(window, begunBuild(build)),
  );
  return unsaid.length === 0
    ? []
    : [
        `${counted(
          unsaid.length,
          'more run does',
          'more runs do',
        )} not say of which branch`,
      ];
}
