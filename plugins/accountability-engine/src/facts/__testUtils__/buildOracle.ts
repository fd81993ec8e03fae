import { BuildRecord } from 'backstage-plugin-accountability-common';
import {
  Answer,
  begun,
  Builds,
  end,
  isBefore,
  isLater,
  judged,
  quantile,
  runName,
  sameName,
  sameThing,
  share,
  total,
  traced,
  within,
} from './buildTerms';
import { sharedPool } from './poolOracle';

// The CI facts, said as plainly as can be: every build is compared with every
// other. Nothing of the facts' own code is used.

function waits(builds: Builds): number[] {
  const found = [];
  for (const b of builds) {
    if (b.unit === 'run' || !begun(b) || !within(b.startedAt)) continue;
    if (b.queuedAt === undefined || b.queuedAt > b.startedAt) continue;
    found.push((b.startedAt - b.queuedAt) / 1000);
  }
  return found;
}

function queue(builds: Builds, p: number, minimum: number): Answer {
  const all = waits(builds);
  return all.length < minimum
    ? undefined
    : { value: quantile(all, p), sample: all.length };
}

function saturation(builds: Builds): Answer {
  const all = waits(builds);
  return share(all.filter(wait => wait > 300).length, all.length);
}

function mainSuccess(builds: Builds): Answer {
  const runs = builds.filter(
    b =>
      b.unit !== 'job' &&
      b.defaultBranch === true &&
      (b.attempt === undefined || b.attempt === 1) &&
      judged(b) &&
      within(end(b)),
  );
  return share(runs.filter(b => b.result === 'success').length, runs.length);
}

function recovery(builds: Builds): Answer {
  const runs = builds.filter(
    b =>
      b.unit !== 'job' &&
      b.defaultBranch === true &&
      judged(b) &&
      within(end(b)),
  );
  const times = [];
  for (const failed of runs.filter(b => b.result !== 'success')) {
    const beside = runs.filter(
      b => b.subject === failed.subject && sameName(b, failed),
    );
    const before = beside.filter(b => isBefore(b, failed));
    const last = before.find(b => !before.some(other => isBefore(b, other)));
    const after = beside.filter(
      b => b.result === 'success' && isBefore(failed, b),
    );
    const next = after.find(b => !after.some(other => isBefore(other, b)));
    if (last?.result !== 'success' || !next) continue;
    times.push(Math.max(0, end(next) - end(failed)) / 1000);
  }
  return times.length === 0
    ? undefined
    : { value: quantile(times, 0.5), sample: times.length };
}

function flakes(builds: Builds): Answer {
  const all = builds.filter(b => judged(b) && within(end(b)));
  const haveJobs = all.some(b => b.unit === 'job');
  const told = all.filter(b => traced(b) && !(haveJobs && b.unit === 'run'));
  const flaky = told.filter(
    failed =>
      failed.result !== 'success' &&
      told.some(
        b =>
          b.result === 'success' && sameThing(b, failed) && isLater(b, failed),
      ),
  );
  return share(flaky.length, told.length);
}

function disagreement(builds: Builds): Answer {
  const told = builds.filter(
    b => b.unit !== 'job' && judged(b) && traced(b) && within(end(b)),
  );
  const number = (b: BuildRecord) => b.attempt ?? 1;
  const ends = told.filter(
    b =>
      !told.some(
        other =>
          sameThing(other, b) &&
          (number(other) > number(b) ||
            (number(other) === number(b) && isBefore(b, other))),
      ),
  );
  let [commits, torn] = [0, 0];
  for (const first of ends) {
    const runs = ends
      .filter(
        b =>
          b.subject === first.subject &&
          b.sha === first.sha &&
          sameName(b, first),
      )
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
    if (runs[0] !== first || runs.length < 3) continue;
    commits++;
    const letters = runs
      .map(b => (b.result === 'success' ? 'p' : 'f'))
      .join('');
    if (/p+f+p|f+p+f/.test(letters)) torn++;
  }
  return share(torn, commits);
}

function retries(builds: Builds): Answer {
  const numbered = builds.filter(
    b =>
      b.unit !== 'job' &&
      begun(b) &&
      b.attempt !== undefined &&
      within(b.startedAt),
  );
  const names = new Set(numbered.map(runName));
  const again = new Set(
    numbered.filter(({ attempt = 0 }) => attempt > 1).map(runName),
  );
  return share(again.size, names.size);
}

function minutes(b: BuildRecord): number | undefined {
  const ran = b.unit !== 'run' && b.state === 'finished' && b.result !== 'skip';
  if (!ran || b.endedAt === undefined || !within(b.endedAt)) return undefined;
  const took = (b.endedAt - b.startedAt) / 60_000;
  if (took < 0) return undefined;
  if (b.queuedAt === undefined && (took === 0 || !judged(b))) return undefined;
  const weights = new Map([
    ['windows-2022', 2],
    ['macos-14', 10],
  ]);
  return took * (weights.get(b.runner ?? '') ?? 1);
}

const sum = (builds: Builds) =>
  builds.reduce((all, b) => all + (minutes(b) ?? 0), 0);

function runnerMinutes(builds: Builds): Answer {
  const jobs = builds.filter(b => minutes(b) !== undefined);
  return jobs.length === 0
    ? undefined
    : { value: sum(jobs) / 4, sample: jobs.length };
}

/** Jobs whose time and attempt are known, and those of them that were for nothing. */
function splitWaste(builds: Builds) {
  const ended = builds.filter(
    b =>
      b.unit !== 'run' &&
      b.state === 'finished' &&
      b.result !== 'skip' &&
      within(b.endedAt) &&
      traced(b),
  );
  const jobs = ended.filter(b => minutes(b) !== undefined);
  const waste = jobs.filter(
    b =>
      b.result === 'cancellation' ||
      ended.some(other => sameThing(other, b) && isLater(other, b)),
  );
  return { jobs, waste };
}

function wasted(builds: Builds): Answer {
  const { jobs, waste } = splitWaste(builds);
  return jobs.length < 10 || sum(jobs) === 0
    ? undefined
    : { value: sum(waste) / sum(jobs), sample: jobs.length };
}

function wastedTime(builds: Builds): Answer {
  const { jobs, waste } = splitWaste(builds);
  const seconds = waste.map(b => (end(b) - b.startedAt) / 1000);
  return jobs.length === 0
    ? undefined
    : { value: total(seconds), sample: jobs.length };
}

function waitingTime(builds: Builds): Answer {
  const all = waits(builds);
  return all.length === 0
    ? undefined
    : {
        value: total(all.filter(wait => wait > 300).map(wait => wait - 300)),
        sample: all.length,
      };
}

/** The answer to each CI fact, by its id. */
export const buildOracle: Record<string, (builds: Builds) => Answer> = {
  'pipeline.queue_p50': builds => queue(builds, 0.5, 10),
  'pipeline.queue_p95': builds => queue(builds, 0.95, 20),
  'pipeline.saturation': saturation,
  'pipeline.main_success': mainSuccess,
  'pipeline.broken_main_recovery': recovery,
  'pipeline.rerun_flake_rate': flakes,
  'pipeline.same_commit_disagreement': disagreement,
  'pipeline.retry_rate': retries,
  'pipeline.runner_minutes': runnerMinutes,
  'pipeline.waiting_time': waitingTime,
  'pipeline.wasted_runner_minutes': wasted,
  'pipeline.wasted_time': wastedTime,
  'pipeline.pool_share': sharedPool,
};
