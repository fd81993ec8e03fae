import { CompanyPlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { hour, iso } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { changeDetails } from './changeDetails';
import { DemoEvent, EventOf } from './DemoEvent';
import { workInstants } from './workInstants';

/** A merged change, as the builds and deployments after it see it. */
export interface Merge {
  number: number;
  sha: string;
  slug: string;
  openedAt: number;
  mergedAt: number;
}

const verbs = ['Add', 'Fix', 'Speed up', 'Simplify', 'Remove', 'Rework'];
const things = [
  'retry of the upstream call',
  'rounding of amounts',
  'cache of price lists',
  'validation of addresses',
  'paging of results',
  'log fields',
  'time-out handling',
  'feature flag',
  'dependency versions',
  'error pages',
];

/** Pull requests of a service: opened, and nearly all of them merged. */
export function changes(
  plan: CompanyPlan,
  chapter: Chapter,
): {
  events: DemoEvent[];
  merges: Merge[];
} {
  const { service, random, to } = chapter;
  const events: DemoEvent[] = [];
  const merges: Merge[] = [];
  let number = 100;
  for (const at of workInstants(chapter, service.profile.changesPerWeek)) {
    number++;
    const openedAt = at - Math.min(random.skewed(9, 1), 200) * hour;
    const merge: Merge = {
      number,
      sha: random.hex(40),
      slug: slugAt(service, at),
      openedAt,
      mergedAt: at,
    };
    const merged = random.chance(0.94);
    events.push(...changeEvents(plan, { ...chapter, merge, merged }));
    if (merged && at < to) merges.push(merge);
  }
  return { events, merges };
}

/** What mends is written as the convention of commits has it. */
function titleOf(verb: string, thing: string): string {
  return verb === 'Fix' ? `fix: ${thing}` : `${verb} ${thing}`;
}

/** Written before the request was opened, and mended until shortly before it was merged. */
function commitTimes(random: Random, { openedAt, mergedAt }: Merge) {
  const firstAuthoredAt = openedAt - Math.min(random.skewed(5, 1), 80) * hour;
  // A rebase gives it a new date and leaves that of its author.
  const firstCommitAt = random.chance(0.3) ? openedAt : firstAuthoredAt;
  const headCommitAt = openedAt + random.next() * (mergedAt - openedAt);
  return {
    firstAuthoredAt: iso(firstAuthoredAt),
    firstCommitAt: iso(firstCommitAt),
    headCommitAt: iso(headCommitAt),
  };
}

function changeEvents(
  plan: CompanyPlan,
  {
    service,
    random,
    merge,
    merged,
  }: Pick<Chapter, 'service' | 'random'> & { merge: Merge; merged: boolean },
): DemoEvent[] {
  const { number, sha, slug, openedAt, mergedAt } = merge;
  const { machineShare, reviewedShare } = service.profile;
  const machine = random.chance(machineShare);
  const base: Pick<
    EventOf<'change'>,
    'kind' | 'record' | 'subject' | 'title' | 'url' | 'machineWritten'
  > = {
    kind: 'change',
    record: `github:change:${slug}:${number}`,
    subject: `github:${slug}`,
    title: titleOf(random.pick(verbs), random.pick(things)),
    url: `https://github.com/${slug}/pull/${number}`,
    machineWritten: machine
      ? random.pick(['attested', 'declared', 'declared', 'inferred'] as const)
      : undefined,
  };
  const additions = Math.round(random.skewed(machine ? 140 : 60, 1.1));
  const end: EventOf<'change'> = {
    ...base,
    state: merged ? 'merged' : 'closed',
    at: iso(mergedAt),
    sha: merged ? sha : undefined,
    branch: 'main',
    defaultBranch: true,
    ...commitTimes(random.fork(`commits/${number}`), merge),
    additions,
    deletions: Math.round(additions * random.next()),
    approvals: random.chance(machine ? reviewedShare ** 2 : reviewedShare)
      ? random.int(1, 2)
      : 0,
  };
  const details = changeDetails(plan, {
    ...merge,
    ...end,
    service,
    random: random.fork(`details/${number}`),
  });
  return [
    { begun: openedAt, event: { ...base, state: 'opened', at: iso(openedAt) } },
    { begun: openedAt, event: { ...end, ...details } },
  ];
}
