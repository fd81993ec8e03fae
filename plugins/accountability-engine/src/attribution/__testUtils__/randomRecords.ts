import fc from 'fast-check';
import {
  CauseClaim,
  ChangeRecord,
  IncidentRecord,
  RunResult,
} from 'backstage-plugin-accountability-common';
import { deployed, incident, referenceNow } from '../../testing';
import { DAY, HOUR, MINUTE } from '../../time';

export const start = referenceNow - 131 * DAY;

/** Minutes, hours and days in rasters that make ties, races and edges of windows likely. */
const instant = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40).map(n => 100 * DAY + n * MINUTE) },
  { weight: 3, arbitrary: fc.nat(30).map(n => 100 * DAY + n * HOUR) },
  { weight: 1, arbitrary: fc.nat(130).map(n => n * DAY) },
);
const at = instant.map(offset => start + offset);
export const mostly = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 7 });
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T | undefined>(undefined) },
    { weight: 1, arbitrary: value },
  );

const hex = (digit: string) => digit.repeat(3) + '0123'.repeat(4) + digit;
export const commits = ['a', 'b', 'c', 'd', 'e', 'f'].map(hex);
const commit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...commits) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...commits).map(sha => sha.slice(0, 7)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...commits).map(sha => sha.toUpperCase()),
  },
);
const version = fc.constantFrom('1.0', '1.1', '20261101', 'main');
const artifact = fc.constantFrom('oci:x', 'oci:y');
const chain = seldom(fc.constantFrom('one', 'two'));

const identity = fc.oneof(
  { weight: 7, arbitrary: fc.record({ sha: commit }) },
  { weight: 2, arbitrary: fc.record({ sha: fc.constant(undefined), version }) },
  {
    weight: 1,
    arbitrary: fc.record({ sha: fc.constant(undefined), artifact }),
  },
  { weight: 1, arbitrary: fc.record({ sha: fc.constant(undefined) }) },
  { weight: 1, arbitrary: fc.record({ sha: commit, version, artifact }) },
);

const deployment = fc.record({
  startedAt: at,
  /** Some go on, and some ended before they began, by another clock. */
  minutes: mostly(fc.integer({ min: -3, max: 30 })),
  what: identity,
  environment: fc.constantFrom(
    ...Array<string>(7).fill('production'),
    'staging',
    undefined,
  ),
  result: fc.constantFrom<(RunResult | undefined)[]>(
    ...Array<RunResult>(6).fill('success'),
    'failure',
    'error',
    'timeout',
    'cancellation',
    'skip',
    undefined,
  ),
  pending: fc.nat(9).map(n => n === 0),
  rollback: fc.nat(9).map(n => n === 0),
  chain,
});

export function deploymentsOf(prefix: string, maxLength: number) {
  return fc.array(deployment, { maxLength, size: 'max' }).map(list =>
    list.map(({ minutes, what, pending, rollback, ...given }, index) => {
      const open = minutes === undefined;
      const goingOn = pending ? 'pending' : 'executing';
      return deployed(`${prefix}${index}`, {
        ...given,
        ...what,
        endedAt: open ? undefined : given.startedAt + minutes * MINUTE,
        state: open ? goingOn : 'finished',
        result: open ? undefined : given.result,
        ...(rollback && { rollback }),
      });
    }),
  );
}

export const change = fc.record({
  endedAt: at,
  subject: fc.constantFrom('test:acme/a', 'test:acme/a', 'test:acme/b'),
  state: fc.constantFrom<ChangeRecord['state'][]>(
    ...Array<'merged'>(6).fill('merged'),
    'opened',
    'closed',
  ),
  defaultBranch: fc.constantFrom(undefined, true, true, false),
  sha: mostly(commit),
  reverts: seldom(
    fc.oneof(
      fc.nat(9).map(n => `c${n}`),
      commit,
    ),
  ),
  hotfix: fc.constantFrom(undefined, undefined, undefined, true, false),
  title: fc.constantFrom(undefined, 'A feature', 'Hotfix: totals', 'Words'),
});

const claim: fc.Arbitrary<CauseClaim | undefined> = seldom(
  fc.record(
    {
      by: fc.constantFrom<('person' | 'machine')[]>('person', 'machine'),
      record: fc.nat(14).map(n => `d${n}`),
      sha: commit,
      version,
      artifact,
    },
    { requiredKeys: ['by'] },
  ),
);

const title = fc.oneof(
  { weight: 6, arbitrary: fc.constant<string | undefined>(undefined) },
  {
    weight: 1,
    arbitrary: fc
      .oneof(commit, version, fc.constantFrom('unknown', 'db2'))
      .map(named => `Payments down (root cause: ${named}).`),
  },
);

const outage = fc.record({
  openedAt: at,
  /** Impact from before it was opened until after it. */
  early: fc.integer({ min: -3, max: 10 }),
  /** How long each time open lasted, and how long it was closed after it. */
  episodes: fc.array(fc.tuple(fc.nat(60), fc.nat(30)), {
    minLength: 1,
    maxLength: 3,
  }),
  open: fc.nat(3).map(n => n === 0),
  merged: fc.nat(9).map(n => n === 0),
  cause: claim,
  title,
  chain,
});

export const incidents = fc
  .array(outage, { minLength: 1, maxLength: 4 })
  .map(list =>
    list.map((given, index): IncidentRecord => {
      const { openedAt, early, open, cause } = given;
      let from = openedAt;
      const episodes = given.episodes.map(([lasted, closed], place) => {
        const isOpen = open && place === given.episodes.length - 1;
        const to = isOpen ? undefined : from + lasted * MINUTE;
        const episode = { from, to };
        from += (lasted + closed) * MINUTE;
        return episode;
      });
      const endedAt = episodes.at(-1)?.to;
      const impact = openedAt - early * MINUTE;
      return incident(`i${index}`, {
        startedAt: impact <= (endedAt ?? Infinity) ? impact : openedAt,
        endedAt,
        episodes,
        cause,
        title: given.title,
        chain: given.chain,
        mergedInto: given.merged ? 'other' : undefined,
      });
    }),
  );
