import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { approvalsOf, isRubberStamp } from '../changes';
import { ago, many, merged, people, twoTeams } from '../testing';
import { HOUR, MINUTE } from '../time';
import { defineFact, FactContext } from './defineFact';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { counted } from './wording';

/** A change of 200 lines that was approved so many minutes after it was asked for. */
const approvedAfter = (
  id: string,
  minutes: number,
  given: Parameters<typeof merged>[1] = {},
) =>
  merged(id, {
    startedAt: ago(3, 'd'),
    additions: 150,
    deletions: 50,
    author: 'ada',
    reviews: [
      {
        by: 'ben',
        kind: 'person',
        verdict: 'approve',
        at: ago(3, 'd') + minutes * MINUTE,
        comments: 0,
      },
    ],
    ...given,
  });
const slow = (id: string) => approvedAfter(id, (5 * HOUR) / MINUTE);

/** Share of reviewed changes that were approved faster than anybody reads; a hint. */
export const rubberStamp = defineFact({
  id: 'security.rubber_stamp',
  burden: 'security',
  question: 'Are our reviews more than a click?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'SmartBear and Cisco, 2,500 reviews (beyond 450 to 500 lines an hour reviewers find less): changes of 50 lines or more that were approved without a remark and faster than 500 lines an hour, from the last commit or the request on, over those of which that can be told; a hint, since elapsed time is not reading time; 95 % Wilson interval; unknown under 10, and where fewer than five people stand behind it',
  ladder: {
    better: 'lower',
    bronze: 0.3,
    silver: 0.15,
    gold: 0.05,
    basis: 'derived',
  },
  gaming:
    'Waiting before the click makes it small, and so does a remark that says nothing; read it as a hint beside unreviewed merges and early rework, and never of one person.',
  windowBy: { change: mergedToMain },
  reads: ['people'],

  measure(context) {
    const told = context.inWindow.change.flatMap(change => {
      const stamped = isRubberStamp(change);
      return stamped === undefined ? [] : [{ change, stamped }];
    });
    const behind = peopleBehind(
      told.map(({ change }) => change),
      context,
    );
    const share = measureShare(context, {
      hits: told
        .filter(({ stamped }) => stamped)
        .map(({ change }) => change.id),
      sample: told.map(({ change }) => change.id),
      of: 'approved changes of 50 lines or more',
      that: 'were approved without a remark and faster than they can be read',
      besides: 'a hint, since elapsed time is not reading time',
    });
    if (share.status === 'unknown' || behind >= context.people.least) {
      return share;
    }
    return {
      status: 'unknown',
      reason: 'too-few-people',
      sampleSize: told.length,
      because: `${counted(
        behind,
        'person stands',
        'people stand',
      )} behind these reviews as far as is known, and of fewer than ${
        context.people.least
      } nothing is told; it becomes known where the owner is a larger group`,
    };
  },

  examples: [
    {
      given: 'two of ten were approved within four minutes',
      people: twoTeams,
      records: [
        ...many(8, 's', slow),
        ...many(2, 'f', id => approvedAfter(id, 4)),
      ],
      gives: 0.2,
    },
    {
      given:
        'small changes, and those of which no review is told, are in neither number',
      people: twoTeams,
      records: [
        ...many(10, 's', slow),
        ...many(10, 'g', id =>
          approvedAfter(id, 1, { additions: 5, deletions: 0 }),
        ),
        ...many(10, 'u', id => merged(id, { additions: 900, deletions: 0 })),
      ],
      gives: 0,
    },
    {
      given: 'nine of which it can be told',
      people: twoTeams,
      records: many(9, 's', slow),
      gives: 'insufficient-data',
    },
    {
      given: 'one reviewer, and an owner of three people',
      people: people({ 'group:default/payments': ['ada', 'ben', 'cyd'] }),
      records: many(10, 's', slow),
      gives: 'too-few-people',
    },
  ],
});

/** How many people it could be about: all of the group that owns the service, or all who approved, where those are more. */
function peopleBehind(
  changes: readonly ChangeRecord[],
  { service, people: known }: FactContext,
): number {
  const approvers = new Set(
    changes.flatMap(change =>
      (approvalsOf(change) ?? []).flatMap(({ by }) => by ?? []),
    ),
  );
  const inGroup = (service.owner && known.sizes.get(service.owner)) || 0;
  return Math.max(inGroup, approvers.size);
}
