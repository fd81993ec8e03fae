import {
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { ago, built, many, merged } from '../testing';
import {
  DAY,
  formatDuration,
  HOUR,
  meanDifference,
  MINUTE,
  SECOND,
} from '../time';
import { runnerUseOf, useSettlesAt } from './changeRunnerUse';
import { defineFact, FactContext, Measurement } from './defineFact';
import { makerSides, partsOfSides, Sides, whyNoComparison } from './makerSides';
import { reportsAside } from './reportsAside';
import { counted, windowWords } from './wording';

const mergedOn = ago(10, 'd');
const commitOf = (id: string) => `${id}x`.padEnd(40, 'a');
const change = (id: string, given: Partial<ChangeRecord> = {}) =>
  merged(id, { endedAt: mergedOn, sha: commitOf(id), ...given });
const machine = (id: string) => change(id, { machineWritten: 'declared' });
/** A job of the commit of a change, begun two hours before its merge, that took so many minutes. */
const job = (id: string, minutes: number) =>
  built(`job-of-${id}`, {
    unit: 'job',
    sha: commitOf(id),
    startedAt: mergedOn - 2 * HOUR,
    endedAt: mergedOn - 2 * HOUR + minutes * MINUTE,
  });
const jobs = (count: number, prefix: string, minutes: number) =>
  many(count, prefix, id => job(id, minutes));

/** How much longer a change that a machine wrote keeps our runners than one of the rest. A correlation. */
export const runnerUseDelta = defineFact({
  id: 'pipeline.machine_written_runner_delta',
  burden: 'pipeline',
  question: 'Does what a machine wrote keep our runners longer?',
  unit: 'seconds',
  // Seven weeks, and one for jobs before them: as far as builds are read in any case.
  windowDays: 49,
  needs: ['change', 'build'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Mean time of runners that changes to the default branch took: jobs, failed and cancelled ones too, each minute as one whatever the runner, that ran on the merge or on the last commit of a change and ended from six days before its merge to a day after, when it counts; the mean of those marked machine-written (attested or declared) less that of the rest, bots that follow rules in neither; jobs of commits that were pushed to a request before its last one are not known to be its own and not counted, so that it is less than a request took in all; changes without such a job are left out; 95 % interval by Welch 1947; unknown under 30 on either side, and where fewer than 5 people are known to stand for one; a correlation, not a cause',
  gaming:
    'Leaving checks out for one of the two brings them together; look at reliability.test_discipline and at pipeline.runner_minutes beside it.',
  windowBy: {
    ...reportsAside,
    change: useSettlesAt,
    build: () => undefined,
  },
  lateDays: 7,
  reads: ['people'],

  measure(context) {
    const use = runnerUseOf(context);
    const used = context.inWindow.change.flatMap(one => {
      const ms = use(one);
      return ms === undefined ? [] : [{ change: one, ms }];
    });
    const sides = makerSides(used, one => one.change);
    const untold = context.inWindow.change.length - used.length;
    const besides =
      untold > 0
        ? `; ${counted(
            untold,
            'more change has',
            'more changes have',
          )} no job that is known to be theirs`
        : '';
    const why = whyNot(sides, context);
    if (why) return { ...why, because: `${why.because}${besides}` };
    return compare(sides, { context, besides });
  },

  examples: [
    {
      given: 'jobs of twelve minutes for thirty of machines, ten for others',
      records: [
        ...many(30, 'm', machine),
        ...many(30, 'c', id => change(id)),
        ...jobs(30, 'm', 12),
        ...jobs(30, 'c', 10),
      ],
      gives: 120,
    },
    {
      given: 'a job of the last commit, and one of the merge',
      records: [
        ...many(30, 'm', id => ({
          ...machine(id),
          headSha: commitOf(`head-${id}`),
        })),
        ...many(30, 'c', id => change(id)),
        ...jobs(30, 'm', 10),
        ...many(30, 'm', id => ({
          ...job(id, 4),
          id: `head-${id}`,
          sha: commitOf(`head-${id}`),
        })),
        ...jobs(30, 'c', 10),
      ],
      gives: 240,
    },
    {
      given: 'a job of a nightly build two days after is of no change',
      records: [
        ...many(30, 'm', machine),
        ...many(30, 'c', id => change(id)),
        ...jobs(30, 'm', 10),
        ...jobs(30, 'c', 10),
        ...many(30, 'm', id => ({
          ...job(id, 60),
          id: `night-${id}`,
          startedAt: mergedOn + 2 * DAY,
          endedAt: mergedOn + 2 * DAY + HOUR,
        })),
      ],
      gives: 0,
    },
    {
      given: 'twenty of machines with a job, too few to compare',
      records: [
        ...many(40, 'm', machine),
        ...many(40, 'c', id => change(id)),
        ...jobs(20, 'm', 12),
        ...jobs(40, 'c', 10),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'jobs that name no commit',
      records: [
        ...many(40, 'm', machine),
        ...many(40, 'c', id => change(id)),
        ...many(40, 'j', id => built(id, { unit: 'job' })),
      ],
      gives: 'insufficient-data',
    },
  ],
});

/** A change, and how long it kept runners, milliseconds. */
interface Used {
  change: ChangeRecord;
  ms: number;
}

function whyNot(
  sides: Sides<Used>,
  context: FactContext,
): Extract<Measurement, { status: 'unknown' }> | undefined {
  const all = [...sides.machine, ...sides.rest, ...sides.automation];
  if (all.length === 0 && context.inWindow.change.length > 0) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      because:
        'No job is known to be of a merged change; let the source of builds send its jobs with their commits',
    };
  }
  const why = whyNoComparison(
    {
      machine: sides.machine.map(one => one.change),
      rest: sides.rest.map(one => one.change),
      automation: [],
    },
    context,
  );
  return why?.status === 'unknown' ? why : undefined;
}

function compare(
  sides: Sides<Used>,
  { context, besides }: { context: FactContext; besides: string },
): Measurement {
  const { machine: ofMachines, rest } = sides;
  const msOf = (side: readonly Used[]) => side.map(({ ms }) => ms);
  const { one, other, difference, low, high } = meanDifference(
    msOf(ofMachines),
    msOf(rest),
  );
  return {
    status: 'known',
    value: difference / SECOND,
    sampleSize: ofMachines.length + rest.length,
    evidence: [...ofMachines, ...rest].map(used => used.change.id),
    interval: { low: low / SECOND, high: high / SECOND },
    parts: partsOfSides(sides, meanSeconds),
    because: `Runners were busy for ${formatDuration(one)} on average with ${
      ofMachines.length
    } changes marked machine-written and for ${formatDuration(other)} with ${
      rest.length
    } others, a difference of ${formatDuration(difference)} (${formatDuration(
      low,
    )} to ${formatDuration(high)} at 95 %), ${windowWords(
      context,
    )}; a correlation, not a cause, and unmarked is not human${besides}`,
  };
}

function meanSeconds(side: readonly Used[]): number {
  return side.reduce((sum, { ms }) => sum + ms, 0) / side.length / SECOND;
}
