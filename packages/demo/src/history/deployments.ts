import { hour, iso, minute } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { Merge } from './changes';
import { DemoEvent, EventOf } from './DemoEvent';

/** One rollout as the story plans it. */
export interface Rollout {
  /** GitHub's id of the deployment. */
  id: number;
  environment: 'staging' | 'production';
  sha: string;
  startedAt: number;
  endedAt: number;
  result: 'success' | 'failure';
}

/** Record id of a rollout, the same as GitHub's webhooks give. */
export function deploymentRecord(slug: string, id: number): string {
  return `github:deployment:${slug}:${id}`;
}

/** Plans staging and production rollouts of merged changes; several changes ride in one rollout. Oldest first. */
export function planRollouts(chapter: Chapter, merges: Merge[]): Rollout[] {
  const { service, random, to } = chapter;
  const rollouts: Rollout[] = [];
  let id = 500_000 + service.index * 100_000;
  const add = (rollout: Omit<Rollout, 'id' | 'endedAt'>) => {
    const endedAt = rollout.startedAt + random.skewed(4, 0.5) * minute;
    if (endedAt < to) rollouts.push({ id: id++, endedAt, ...rollout });
    return endedAt;
  };
  let lastProduction = 0;
  for (const { sha, mergedAt } of merges) {
    const stagedAt = mergedAt + random.skewed(14, 0.3) * minute;
    const staged = random.chance(0.96) ? 'success' : 'failure';
    add({ environment: 'staging', sha, startedAt: stagedAt, result: staged });
    const promotedAt = stagedAt + Math.min(random.skewed(2), 30) * hour;
    if (staged === 'failure' || promotedAt < lastProduction + 3 * hour) {
      continue;
    }
    const result = random.chance(0.97) ? 'success' : 'failure';
    const production = { environment: 'production', sha } as const;
    const endedAt = add({ ...production, startedAt: promotedAt, result });
    lastProduction = promotedAt;
    // A rollout that failed, and now and then one that did not, is done again.
    if (result === 'failure' || random.chance(0.04)) {
      const startedAt = endedAt + random.skewed(20) * minute;
      add({ ...production, startedAt, result: 'success' });
      lastProduction = startedAt;
    }
  }
  return rollouts.sort((a, b) => a.startedAt - b.startedAt);
}

/** A rollout back to what ran before, begun inside an incident. */
export function rollBack(
  chapter: Chapter,
  target: Rollout,
  { id, startedAt }: { id: number; startedAt: number },
): Rollout {
  const endedAt = startedAt + chapter.random.skewed(3, 0.3) * minute;
  return { ...target, id, startedAt, endedAt, result: 'success' };
}

/** What GitHub says of these rollouts: asked for, in progress, ended, and inactive once another took the place. */
export function deploymentEvents(
  { service, to }: Chapter,
  rollouts: Rollout[],
): DemoEvent[] {
  const events: DemoEvent[] = [];
  const live = new Map<string, Rollout>();
  const say = (
    rollout: Rollout,
    state: EventOf<'deployment'>['state'],
    at: number,
  ) => {
    if (at > to) return;
    const slug = slugAt(service, rollout.startedAt);
    events.push({
      begun: rollout.startedAt,
      event: {
        kind: 'deployment',
        record: deploymentRecord(slug, rollout.id),
        subject: `github:${slug}`,
        state,
        at: iso(at),
        environment: rollout.environment,
        sha: rollout.sha,
        result: state === 'finished' ? rollout.result : undefined,
      },
    });
  };
  for (const rollout of [...rollouts].sort((a, b) => a.endedAt - b.endedAt)) {
    say(rollout, 'pending', rollout.startedAt - 15_000);
    say(rollout, 'executing', rollout.startedAt);
    say(rollout, 'finished', rollout.endedAt);
    if (rollout.result !== 'success') continue;
    const before = live.get(rollout.environment);
    if (before) say(before, 'superseded', rollout.endedAt + 1000);
    live.set(rollout.environment, rollout);
  }
  return events;
}
