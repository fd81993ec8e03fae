import { BuildRecord } from 'backstage-plugin-accountability-common';
import { DAY, HOUR, Window } from '../time';
import { keyOf } from './buildsGrouped';
import { busyMs, endedBuild } from './buildsMinutes';

/** For so long after its end a day is left to be told of by all services before it counts. */
const settleMs = HOUR;

/** Time for which the jobs of one subject kept a pool of runners busy on one UTC day. */
export interface PoolUse {
  subject: string;
  pool: string;
  /** First instant of the day. */
  day: number;
  /** Whole milliseconds, so that sums do not depend on order. */
  busyMs: number;
}

/** Pool of runners that a job ran on: their label, apart by source. Undefined where the label is unknown. */
export function poolOf({ subject, runner }: BuildRecord): string | undefined {
  return runner === undefined
    ? undefined
    : `${subject.split(':', 1)[0]}:${runner}`;
}

/** How long a job kept its pool busy, milliseconds; undefined where it does not count. */
export function pooledMs(build: BuildRecord): number | undefined {
  return endedBuild(build) === undefined ? undefined : busyMs(build);
}

/** From when on a job counts: an hour after the UTC day in which it ended, whole. */
export function pooledFrom(build: BuildRecord): number | undefined {
  const endedAt = endedBuild(build);
  return endedAt === undefined
    ? undefined
    : startOfDay(endedAt) + DAY + settleMs;
}

/** The days whose jobs count from an instant in the window on: first instant of the first, and of the one after the last. */
export function pooledDays({ from, to }: Window): Window {
  const first = (at: number) => startOfDay(at - settleMs - 1);
  return { from: first(from), to: first(to) };
}

/** What the days from `from` to `to` saw of pools, by subject, pool and day. Both are first instants of UTC days. */
export function poolUseOf(
  builds: readonly BuildRecord[],
  { from, to }: Window,
): PoolUse[] {
  const uses = new Map<string, PoolUse>();
  for (const build of builds) {
    const pool = poolOf(build);
    const ms = pooledMs(build);
    if (pool === undefined || ms === undefined) continue;
    const day = startOfDay(build.endedAt ?? 0);
    if (day < from || day >= to) continue;
    const { subject } = build;
    const key = keyOf(subject, pool, String(day));
    const use = uses.get(key);
    if (use) use.busyMs += ms;
    else uses.set(key, { subject, pool, day, busyMs: ms });
  }
  return [...uses.values()].sort(
    (a, b) =>
      compare(a.subject, b.subject) || compare(a.pool, b.pool) || a.day - b.day,
  );
}

function startOfDay(at: number): number {
  return Math.floor(at / DAY) * DAY;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
