import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { buildsGrouped } from './buildsGrouped';
import { counted, percent, windowWords } from './wording';
import { busyMs, endedBuild } from './buildsMinutes';
import { FactContext, Measurement } from './defineFact';
import { isJob } from './buildsUnits';
import { tailOf } from './buildsLeftOut';

/**
 * Milliseconds that the jobs of all services kept each pool busy, this service
 * among them, by `poolOf`. They are of jobs that ended in the window of the fact
 * and counted by `poolUse`; whole numbers, so that sums do not depend on order.
 */
export type PoolTotals = ReadonlyMap<string, number>;

/** Pool of runners that a job ran on: their label, apart by source. Undefined where the label is unknown. */
export function poolOf({ subject, runner }: BuildRecord): string | undefined {
  return runner === undefined
    ? undefined
    : `${subject.split(':', 1)[0]}:${runner}`;
}

/** Time for which jobs of one service kept each pool busy, by pool: what totals are made of. */
export function poolUse(
  builds: readonly BuildRecord[],
): Map<string, { ms: number; records: string[] }> {
  const jobs = builds.filter(
    build => endedBuild(build) !== undefined && busyMs(build) !== undefined,
  );
  return new Map(
    [...buildsGrouped(jobs, poolOf)].map(([pool, own]) => [
      pool,
      {
        ms: own.reduce((sum, job) => sum + (busyMs(job) ?? 0), 0),
        records: own.map(({ id }) => id),
      },
    ]),
  );
}

/** What is shared with other services, and what cannot be told. */
interface SharedPools {
  own: number;
  all: number;
  parts: FactPart[];
  /** Pools whose totals are less than what this service used of them. */
  behind: number;
}

/** Share of the time of shared runner pools that this service took; a pool that no other service used is not shared. */
export function measurePoolShare(
  context: FactContext,
  pools: PoolTotals | undefined,
): Measurement {
  const when = windowWords(context);
  if (!pools) {
    return unknown('What all services used of the runners was not summed up');
  }
  const builds = context.inWindow.build;
  const { own, all, parts, behind } = sharedPools(poolUse(builds), pools);
  const unlabelled = builds.filter(
    job => isJob(job) && poolOf(job) === undefined,
  ).length;
  const tail = tailOf([
    ...(unlabelled > 0
      ? [`${counted(unlabelled, 'more job')} on runners without a label`]
      : []),
    ...(behind > 0
      ? [`${counted(behind, 'more pool')} with totals that lag behind`]
      : []),
  ]);
  if (parts.length === 0) {
    return unknown(
      `No job ran on runners that another service used in the ${when}${tail}`,
    );
  }
  return {
    status: 'known',
    value: own / all,
    sampleSize: parts.reduce((sum, part) => sum + part.records.length, 0),
    evidence: parts.flatMap(({ records }) => records),
    parts,
    because: `${percent(own / all)} of the runner time of ${counted(
      parts.length,
      'shared pool',
    )}, ${when}${tail}`,
  };
}

function sharedPools(
  used: ReturnType<typeof poolUse>,
  pools: PoolTotals,
): SharedPools {
  const shared: SharedPools = { own: 0, all: 0, parts: [], behind: 0 };
  for (const [key, { ms, records }] of used) {
    const total = pools.get(key) ?? 0;
    if (total < ms) shared.behind++;
    if (total <= ms) continue;
    shared.own += ms;
    shared.all += total;
    shared.parts.push({ key, value: ms / total, records });
  }
  shared.parts.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  return shared;
}

function unknown(because: string): Measurement {
  return { status: 'unknown', reason: 'insufficient-data', because };
}
