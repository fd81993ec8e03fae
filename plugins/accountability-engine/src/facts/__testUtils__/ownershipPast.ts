import fc from 'fast-check';
import {
  Attestation,
  ChangeRecord,
  OwnerSpan,
} from 'backstage-plugin-accountability-common';
import { AuthorshipDay } from '../../knowledge';
import { People } from '../../people';
import { ago, merged, referenceNow } from '../../testing';
import { DAY, HOUR } from '../../time';

/** A past of one service, as far as facts of ownership look at it. */
export interface OwnershipPast {
  spans: OwnerSpan[];
  people: People;
  changes: ChangeRecord[];
  authorship: AuthorshipDay[];
  attestations: Attestation[];
}

const large = ['group:default/payments', 'group:default/search'];
const owners = [...large, ...large, 'group:default/tiny', 'user:default/ada'];
const known = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const contributors = [...known, 'stranger', 'other-stranger'];

/** Some of the ten are in one large group, some in the other, some in both or for a time only. */
const peoples = fc
  .array(
    fc.record({
      group: fc.constantFrom(...large, 'group:default/tiny'),
      from: fc.option(fc.integer({ min: 20, max: 300 }), { nil: undefined }),
      lasts: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    }),
    { minLength: known.length, maxLength: known.length },
  )
  .map(
    (memberships): People => ({
      memberships: new Map(
        memberships.map(({ group, from, lasts }, place) => {
          const start = from === undefined ? undefined : ago(from, 'd');
          const to =
            start === undefined || lasts === undefined
              ? undefined
              : start + lasts * DAY;
          return [known[place], [{ group, from: start, to }]];
        }),
      ),
      sizes: new Map([
        ...large.map(group => [group, 5] as const),
        ['group:default/tiny', 2],
      ]),
      least: 5,
    }),
  );

/** Spans one after the other, at whole hours, with gaps between some. */
const spansOf = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...owners),
      resolves: fc.integer({ min: 0, max: 9 }).map(n => n > 0),
      hours: fc.integer({ min: 1, max: 9000 }),
      gap: fc.constantFrom(0, 0, 0, 40, 500),
    }),
    { maxLength: 4 },
  )
  .map(all => {
    let at = referenceNow;
    return all
      .map(({ owner, resolves, hours, gap }, place): OwnerSpan => {
        const end = at - gap * HOUR;
        at = end - hours * HOUR;
        const isOpen = place === 0 && gap === 0;
        return {
          owner,
          resolves,
          origin: 'catalog',
          from: at,
          ...(!isOpen && { to: end }),
        };
      })
      .reverse();
  });

const someone = fc.constantFrom(...contributors);
const maybe = fc.option(someone, { nil: undefined, freq: 6 });

const changesOf = fc
  .array(
    fc.record({
      daysAgo: fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 80, max: 200 }),
      ),
      author: maybe,
      authorKind: fc.constantFrom('person', 'person', 'bot', undefined),
      sponsor: fc.option(someone, { nil: undefined, freq: 1 }),
      approvals: fc.constantFrom(undefined, 0, 1),
      lines: fc.constantFrom(undefined, 10, 400),
      reviews: fc.option(
        fc.array(
          fc.record({
            by: maybe,
            kind: fc.constantFrom('person', 'person', 'bot', undefined),
            verdict: fc.constantFrom('approve', 'approve', 'reject', 'comment'),
            minutes: fc.constantFrom(1, 50, 70),
            comments: fc.constantFrom(undefined, 0, 3),
          }),
          { maxLength: 3 },
        ),
        { nil: undefined, freq: 5 },
      ),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map(all =>
    all.map(({ daysAgo, lines, reviews, ...given }, place): ChangeRecord => {
      const change = merged(`c${place}`, {
        ...given,
        endedAt: ago(daysAgo, 'd') - place,
        ...(lines !== undefined && { additions: lines, deletions: 0 }),
      });
      return {
        ...change,
        reviews: reviews?.map(({ minutes, ...review }) => ({
          ...review,
          at: change.startedAt + minutes * 60_000,
        })),
      };
    }),
  );

const authorshipOf = fc
  .array(
    fc.record({
      contributor: someone,
      area: fc.constantFrom('src/a', 'src/b', 'src/c', '.'),
      days: fc.integer({ min: 0, max: 600 }),
      changes: fc.nat(3),
      reviews: fc.nat(2),
    }),
    { maxLength: 25, size: 'max' },
  )
  .map(all =>
    all.map(({ days, ...row }) => ({
      ...row,
      day: Math.floor(referenceNow / DAY) * DAY - days * DAY,
    })),
  );

const attestationsOf = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 400 }).map(days => ago(days, 'd') - 77),
    verdict: fc.constantFrom('confirmed' as const, 'rejected' as const),
    owner: fc.constantFrom(...large),
  }),
  { maxLength: 4 },
);

/** Small pasts in which nearly everything can be missing. */
export const ownershipPasts: fc.Arbitrary<OwnershipPast> = fc.record({
  spans: spansOf,
  people: peoples,
  changes: changesOf,
  authorship: authorshipOf,
  attestations: attestationsOf,
});
