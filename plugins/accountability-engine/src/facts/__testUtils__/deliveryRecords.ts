import fc from 'fast-check';
import {
  ChangeRecord,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import {
  commits,
  deploymentsOf,
  incidents,
  mostly,
} from '../../attribution/__testUtils__/randomRecords';
import { merged } from '../../testing';
import { DAY, HOUR, MINUTE } from '../../time';

/** Sizes that let each fact be known often enough, and stay small for the slow arithmetic. */
export interface HistorySize {
  /** How many days back deployments lie. */
  days: number;
  deployments: number;
  changes: number;
  incidents: number;
  /** Whether commits go to production one after another, with few accidents. */
  calm: boolean;
}

/** So long before now: near it, at the edges of windows, and anywhere. */
export const back = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(0, 6, 7, 27, 28, 29, 89, 90, 91, 179, 180, 181),
        fc.integer({ min: -9, max: 9 }),
      )
      .map(([days, minutes]) => days * DAY + minutes * MINUTE),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 56 }).map(n => n * 12 * HOUR),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 400 }).map(n => n * 5 * HOUR),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 270 }).map(n => n * DAY) },
);

const manyOf = <T>(one: fc.Arbitrary<T>, count: number) =>
  fc.array(one, {
    minLength: Math.floor(count * 0.75),
    maxLength: count,
    size: 'max',
  });

/** Commits known by their first seven digits. */
const sha = (n: number) =>
  commits[n] ?? `${(4096 + n).toString(16)}${'0123'.repeat(4)}`;

/** Deployments of which, where it is calm, one follows another with a rollback or redeployment now and then. */
export const rollouts = (
  now: number,
  { days, deployments: count, calm }: HistorySize,
) =>
  fc
    .record({
      list: deploymentsOf('d', 2 * count).filter(
        all => 2 * all.length >= count,
      ),
      backs: manyOf(back, count),
      steps: manyOf(fc.constantFrom(0, 1, 1, 1, 1, 1, 1, -1, -2), count),
    })
    .map(({ list, backs, steps }) => {
      const placed = backs
        .slice(0, list.length)

        .map(ago => ago % (days * DAY))
        .sort((a, b) => b - a)
        .map((ago, i) => moved(list[i], now - ago));
      let at = 0;
      return placed.map((one, i): DeploymentRecord => {
        at = Math.max(0, at + (steps.at(i) ?? 1));
        if (!calm || i % 9 === 8) return one;
        const goesOn = one.endedAt === undefined;
        return {
          ...one,
          sha: sha(at),
          environment: i % 11 === 10 ? one.environment : 'production',
          result: goesOn || i % 6 === 5 ? one.result : 'success',
          rollback: i % 7 === 6 ? one.rollback : undefined,
        };
      });
    });

/** The same at another time, as long as it was. */
export function moved<T extends { startedAt: number; endedAt?: number }>(
  one: T,
  startedAt: number,
): T {
  const { endedAt } = one;
  return {
    ...one,
    startedAt,
    ...(endedAt !== undefined && {
      endedAt: startedAt + endedAt - one.startedAt,
    }),
  };
}

const dated = fc.record({
  lead: fc.integer({ min: -1, max: 30 }),
  authored: mostly(fc.constantFrom(0, 30, 60 * 24, 60 * 24 * 9)),
  committed: mostly(fc.constantFrom(0, 10, 60, 60 * 24 * 2)),
  head: mostly(fc.constantFrom(-40, 0, 5, 60)),
  named: fc.nat(20),
  state: fc.constantFrom<ChangeRecord['state'][]>(
    'merged',
    'merged',
    'merged',
    'merged',
    'opened',
  ),
  push: fc.constantFrom(true, false, false, false),
  covered: fc.constantFrom(true, false),
  subject: fc.constantFrom(
    ...Array<string>(7).fill('test:acme/a'),
    'test:acme/b',
  ),
  defaultBranch: fc.constantFrom(undefined, true, true, true, true, false),
  cut: fc.constantFrom(7, 40, 40),
  hotfix: fc.constantFrom(undefined, undefined, true, false),
  title: fc.constantFrom(undefined, 'A feature', 'Hotfix: totals'),
  reverts: fc.constantFrom(undefined, undefined, 1),
});

/** Changes that were merged shortly before a commit was deployed, some of them pushes, some of them pushes that a request covers. */
export const changesFor = (
  list: readonly DeploymentRecord[],
  { changes }: HistorySize,
) =>
  manyOf(dated, changes).map(all =>
    all.flatMap((given, index): ChangeRecord[] => {
      const place = list[Math.floor((index * list.length) / all.length)];
      const endedAt = place.startedAt - given.lead * MINUTE;
      const minutesBefore = (minutes?: number) =>
        minutes === undefined ? undefined : endedAt - minutes * MINUTE;
      const one = merged(`c${index}`, {
        endedAt,
        startedAt: endedAt - HOUR,
        sha: given.named > 1 ? place.sha?.slice(0, given.cut) : undefined,
        state: given.state,
        subject: given.subject,
        defaultBranch: given.defaultBranch,
        firstAuthoredAt: minutesBefore(given.authored),
        firstCommitAt: minutesBefore(given.committed),
        headCommitAt: minutesBefore(given.head),
        hotfix: given.hotfix,
        title: given.title,
        reverts: given.reverts && index > 0 ? `c${index - 1}` : undefined,
        origin: given.push ? 'push' : 'request',
      });
      const push = { ...one, id: `p${index}`, origin: 'push' as const };
      return given.covered && given.named === 7 ? [one, push] : [one];
    }),
  );

const placing = fc.record({
  after: fc.nat(30),
  lag: fc.oneof(
    fc.integer({ min: -6, max: 40 }),
    fc.integer({ min: 0, max: 1500 }),
  ),
  alone: fc.constantFrom(true, false, false),
  back,
  stretch: fc.constantFrom(1, 1, 60, 1440),
  odd: fc.nat(25).map(n => n === 0),
});

/** Incidents soon after a deployment, or at any time; some are reopened, merged, long, or ended before they began. */
export const troubles = (
  now: number,
  list: readonly DeploymentRecord[],
  size: HistorySize,
) =>
  fc
    .record({
      lists: fc.array(incidents, {
        minLength: 1,
        maxLength: Math.ceil(size.incidents / 2),
        size: 'max',
      }),
      places: manyOf(placing, size.incidents),
    })
    .map(({ lists, places }) => {
      const all = lists.flat();
      return places.slice(0, all.length).map((place, i) => {
        const { startedAt } = list[place.after % list.length];
        const at = place.alone
          ? now - place.back
          : startedAt + place.lag * MINUTE;
        return troubled(all[i], { ...place, id: `i${i}`, at });
      });
    });

function troubled(
  one: IncidentRecord,
  given: { id: string; at: number; stretch: number; odd: boolean },
): IncidentRecord {
  const { id, at, stretch, odd } = given;
  const shifted = (instant: number) => at + (instant - one.startedAt) * stretch;
  const episodes = one.episodes.map(({ from, to }) => ({
    from: shifted(from),
    to: to === undefined ? undefined : shifted(to),
  }));
  const endedAt = episodes.at(-1)?.to;
  return {
    ...one,
    id,
    startedAt: odd && endedAt !== undefined ? endedAt + MINUTE : at,
    endedAt,
    episodes,
  };
}
