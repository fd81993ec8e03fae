import fc from 'fast-check';
import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { referenceNow } from '../../testing';
import { DAY, HOUR } from '../../time';

const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 3 });

/** Instants whose days are those at which windows and reaches end, a millisecond around them; some lie ahead. */
const endedAt = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(-1, 0, 7, 21, 27, 28, 48, 49, 70, 90, 118, 119),
      fc.integer({ min: 0, max: 60 }),
    ),
    fc.constantFrom(-1, 0, 0, 1, HOUR),
  )
  .map(([days, ms]) => referenceNow - days * DAY + ms);

const titles = [
  'fix: rounding',
  'fix(api)!: rounding',
  'hotfix: rounding',
  'Revert "Add rounding"',
  'revert: add rounding',
  'Revert "Revert "Add rounding""',
  'Reapply "Add rounding"',
  'feat: rounding',
  'Fixtures for rounding',
  'prefix: rounding',
];

const review = fc.record({
  by: maybe('ada', 'ben', 'cyd'),
  kind: fc.constantFrom<('person' | 'bot')[]>('person', 'person', 'bot'),
  verdict: fc.constantFrom<('approve' | 'reject' | 'comment')[]>(
    'approve',
    'approve',
    'reject',
    'comment',
  ),
  before: fc.integer({ min: -1, max: 3 }),
});

const fields = fc.record({
  endedAt,
  days: fc.constantFrom(0, 0, 1, 30),
  state: fc.constantFrom<ChangeRecord['state'][]>(
    'merged',
    'merged',
    'merged',
    'merged',
    'merged',
    'closed',
  ),
  subject: fc.constantFrom('test:acme/a', 'test:acme/a', 'test:acme/b'),
  origin: fc.constantFrom<ChangeRecord['origin'][]>(
    undefined,
    'request',
    'request',
    'push',
  ),
  defaultBranch: fc.constantFrom(true, true, true, undefined, false),
  title: maybe(...titles),
  hotfix: fc.constantFrom(undefined, undefined, undefined, true, false),
  paths: fc.option(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
      maxLength: 3,
    }),
    { nil: undefined, freq: 8 },
  ),
  undoes: fc.option(fc.nat(60), { nil: undefined, freq: 2 }),
  undoesBy: fc.constantFrom('id', 'sha'),
  author: maybe('ada', 'ben'),
  sponsor: maybe('cyd'),
  authorKind: fc.constantFrom<ChangeRecord['authorKind'][]>(
    undefined,
    'person',
    'bot',
  ),
  reviews: fc.option(fc.array(review, { maxLength: 3 }), { nil: undefined }),
  approvals: fc.constantFrom(undefined, undefined, 0, 1),
  bypassed: fc.constantFrom<ChangeRecord['bypassed'][]>(
    undefined,
    [],
    [],
    ['review'],
  ),
});

type Fields = typeof fields extends fc.Arbitrary<infer T> ? T : never;

function toChange(given: Fields, index: number, many: number): ChangeRecord {
  const { days, undoes, undoesBy, reviews, ...rest } = given;
  const undone = undoes === undefined ? undefined : undoes % many;
  const named = undoesBy === 'id' ? `c${undone}` : `sha-of-c${undone}`;
  return {
    kind: 'change',
    id: `c${index}`,
    sha: `sha-of-c${index}`,
    ...rest,
    startedAt: rest.endedAt - days * DAY,
    reverts: undone === undefined ? undefined : named,
    reviews: reviews?.map(({ before, ...each }) => ({
      ...each,
      at: rest.endedAt - before * HOUR,
    })),
  };
}

/** What is rare in a history at random: fixes that name no path, and a repository whose requests are told of late. */
const modes = {
  any: (change: ChangeRecord) => change,
  silent: (change: ChangeRecord, index: number): ChangeRecord =>
    index % 10 === 0
      ? { ...change, paths: undefined }
      : { ...change, title: undefined, hotfix: false, reverts: undefined },
  late: (change: ChangeRecord): ChangeRecord =>
    change.subject === 'test:acme/b' &&
    (change.endedAt ?? 0) < referenceNow - 10 * DAY
      ? { ...change, origin: 'push' }
      : change,
};

/** Histories of changes of two repositories: fixes and reverts of each other, on few paths, at the edges of windows, in any order. */
export const changeHistories = fc
  .tuple(
    fc.array(fields, { maxLength: 60, size: 'max' }),
    fc.constantFrom<(keyof typeof modes)[]>('any', 'any', 'silent', 'late'),
  )
  .map(([list, mode]) =>
    list
      .map((given, index) => toChange(given, index, list.length))
      .map(modes[mode]),
  );
