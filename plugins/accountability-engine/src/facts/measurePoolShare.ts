import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { formatDay, Window } from '../time';
import { buildsGrouped } from './buildsGrouped';
import { tailOf } from './buildsLeftOut';
import { pooledDays, pooledMs, poolOf } from './buildsPoolDays';
import { isJob } from './buildsUnits';
import { FactContext, Measurement, PoolTotals } from './defineFact';
import { counted, percent, windowWords } from './wording';

/** What is shared with other services, and what cannot be told. */
interface SharedPools {
  own: number;
  all: number;
  parts: FactPart[];
  /** Pools whose totals are less than what this service used of them. */
  behind: number;
}

const unsummed = 'What all services used of the runners is';

/** Share of the time of shared runner pools that this service took; a pool that no other service used is not shared. */
export function measurePoolShare(context: FactContext): Measurement {
  const { poolTotals: totals, window } = context;
  const when = windowWords(context);
  const builds = context.inWindow.build;
  const days = pooledDays(window);
  if (!totals) return unknown(`${unsummed} not summed up`);
  if (totals.since > days.from) {
    const since = formatDay(totals.since);
    return unknown(
      `${unsummed} summed up from ${since} on only, too short for the ${when}`,
    );
  }
  const { own, all, parts, behind } = sharedPools(builds, { totals, days });
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
  builds: readonly BuildRecord[],
  { totals, days }: { totals: PoolTotals; days: Window },
): SharedPools {
  const shared: SharedPools = { own: 0, all: 0, parts: [], behind: 0 };
  const jobs = builds.filter(build => pooledMs(build) !== undefined);
  for (const [key, own] of buildsGrouped(jobs, poolOf)) {
    const ms = own.reduce((sum, job) => sum + (pooledMs(job) ?? 0), 0);
    const total = totalOf(key, { totals, days });
    if (total < ms) shared.behind++;
    if (total <= ms) continue;
    shared.own += ms;
    shared.all += total;
    const records = own.map(({ id }) => id);
    shared.parts.push({ key, value: ms / total, records });
  }
  shared.parts.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  return shared;
}

function totalOf(
  pool: string,
  { totals, days }: { totals: PoolTotals; days: Window },
): number {
  let total = 0;
  for (const { day, busyMs } of totals.days.get(pool) ?? []) {
    if (day >= days.from && day < days.to) total += busyMs;
  }
  return total;
}

function unknown(because: string): Measurement {
  return { status: 'unknown', reason: 'insufficient-data', because };
}
