import { BuildRecord } from 'backstage-plugin-accountability-common';
import { historyWindow } from './buildHistories';

// The share of runner pools, said as plainly as can be: every day of the year
// around the history is looked at. Nothing of the fact's own code is used.

type Builds = readonly BuildRecord[];

const day = 24 * 60 * 60_000;
/** What another service uses of every pool on every day. */
const othersMs = 7 * 60_000;
const days = Array.from(
  { length: 120 },
  (_, i) => Date.UTC(2026, 10, 23) + (i - 60) * day,
);

function tookMs(b: BuildRecord): number | undefined {
  const ran = b.unit !== 'run' && b.state === 'finished' && b.result !== 'skip';
  if (!ran || b.endedAt === undefined) return undefined;
  const took = b.endedAt - b.startedAt;
  const judged = ['success', 'failure', 'timeout'].includes(b.result ?? '');
  if (took < 0) return undefined;
  if (b.queuedAt === undefined && (took === 0 || !judged)) return undefined;
  return took;
}

const poolName = (b: BuildRecord) =>
  b.runner && `${b.subject.slice(0, b.subject.indexOf(':'))}:${b.runner}`;
const poolsOf = (builds: Builds) => [
  ...new Set(builds.flatMap(b => poolName(b) ?? [])),
];
const jobsOn = (builds: Builds, pool: string, begins: number) =>
  builds.filter(
    b =>
      poolName(b) === pool &&
      tookMs(b) !== undefined &&
      (b.endedAt ?? 0) >= begins &&
      (b.endedAt ?? 0) < begins + day,
  );
const sumMs = (jobs: Builds) =>
  jobs.reduce((total, b) => total + (tookMs(b) ?? 0), 0);

/** Totals of a service with this history and another one that uses each of its pools every day. */
export function poolTotalsOf(builds: Builds) {
  return {
    since: days[0],
    days: new Map(
      poolsOf(builds).map(pool => [
        pool,
        days.map(begins => ({
          day: begins,
          busyMs: othersMs + sumMs(jobsOn(builds, pool, begins)),
        })),
      ]),
    ),
  };
}

/** What the first of the two took of both, on 28 days that were over for an hour. */
export function sharedPool(builds: Builds) {
  const counted = days.filter(begins => {
    const counts = begins + day + 60 * 60_000;
    return counts >= historyWindow.from && counts < historyWindow.to;
  });
  let [own, pools, sample] = [0, 0, 0];
  for (const pool of poolsOf(builds)) {
    const jobs = counted.flatMap(begins => jobsOn(builds, pool, begins));
    if (jobs.length === 0) continue;
    own += sumMs(jobs);
    pools += 1;
    sample += jobs.length;
  }
  return pools === 0
    ? undefined
    : { value: own / (own + pools * counted.length * othersMs), sample };
}
