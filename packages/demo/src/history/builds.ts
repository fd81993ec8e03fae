import { RunResult } from 'backstage-plugin-accountability-common';
import { hour, iso, minute } from '../company/time';
import { Merge } from './changes';
import { Chapter } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';

interface Attempt {
  run: number;
  attempt: number;
  queuedAt: number;
  result: RunResult;
  onMain: boolean;
}

/** Builds of every change and of the default branch after it: waits, flaky retries, a main that breaks and stays broken for a while. */
export function builds(chapter: Chapter, merges: Merge[]): DemoEvent[] {
  const { service, random, to } = chapter;
  const { flakyShare, brokenMainShare } = service.profile;
  const events: DemoEvent[] = [];
  let run = 70_000 + service.index * 10;
  let brokenUntil = 0;
  const runOnce = (merge: Merge, attempt: Omit<Attempt, 'run'>) =>
    events.push(...buildEvents(chapter, merge, { run, ...attempt }));

  for (const merge of merges) {
    run++;
    const asked = Math.max(merge.openedAt, merge.mergedAt - 2 * hour);
    const flaky = random.chance(flakyShare);
    const first: RunResult = flaky ? 'failure' : drawResult(chapter);
    runOnce(merge, {
      attempt: 1,
      queuedAt: asked,
      result: first,
      onMain: false,
    });
    if (first !== 'success') {
      const again = asked + 25 * minute;
      runOnce(merge, {
        attempt: 2,
        queuedAt: again,
        result: 'success',
        onMain: false,
      });
    }

    run++;
    if (random.chance(brokenMainShare)) {
      brokenUntil = merge.mergedAt + random.skewed(2.5) * hour;
    }
    if (merge.mergedAt >= to - 15 * minute) continue;
    const broken = merge.mergedAt < brokenUntil;
    runOnce(merge, {
      attempt: 1,
      queuedAt: merge.mergedAt,
      result: broken ? 'failure' : 'success',
      onMain: true,
    });
  }
  return events;
}

function drawResult({ random }: Chapter): RunResult {
  const draw = random.next();
  if (draw < 0.9) return 'success';
  if (draw < 0.96) return 'failure';
  return draw < 0.98 ? 'timeout' : 'cancellation';
}

function buildEvents(
  { service, random, to }: Chapter,
  { number, sha, slug }: Merge,
  { run, attempt, queuedAt, result, onMain }: Attempt,
): DemoEvent[] {
  const startedAt =
    queuedAt + Math.max(2, random.skewed(service.profile.queueSeconds)) * 1000;
  const endedAt = startedAt + random.skewed(6, 0.4) * minute;
  const base: Omit<EventOf<'build'>, 'at' | 'state'> = {
    kind: 'build',
    record: `github:build:${slug}:${run}:${attempt}`,
    subject: `github:${slug}`,
    pipeline: 'ci',
    sha,
    branch: onMain ? 'main' : `change-${number}`,
    defaultBranch: onMain,
    attempt,
    url: `https://github.com/${slug}/actions/runs/${run}`,
  };
  const events: EventOf<'build'>[] = [
    { ...base, state: 'pending', at: iso(queuedAt) },
    { ...base, state: 'executing', at: iso(startedAt) },
    { ...base, state: 'finished', at: iso(endedAt), result },
  ];
  return events
    .filter(event => Date.parse(event.at) <= to)
    .map(event => ({ begun: queuedAt, event }));
}
