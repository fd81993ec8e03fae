import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { many, merged, people, twoTeams } from '../testing';
import { approvedIn } from './approvedIn';
import { defineFact, FactContext } from './defineFact';
import { measureShare } from './measureShare';
import { mergedAt } from './mergedAt';
import { ownedChanges, whyNoGroups } from './ownedChanges';
import { standsFor } from './standsFor';

/** Whoever made a smaller share of the changes is a minor contributor (Bird 2011). */
const minor = 0.05;

const by = (author: string, approver?: string) => (id: string) =>
  merged(id, {
    author,
    authorKind: 'person',
    approvals: approver ? 1 : 0,
    reviews: approver ? [{ by: approver, verdict: 'approve', at: 0 }] : [],
  });

/** Share of changes by those who made less than 5 % of them, and that nobody of the owning group approved. */
export const minorWithoutOwner = defineFact({
  id: 'ownership.minor_unowned',
  burden: 'ownership',
  question: 'How much comes from passers-by without our approval?',
  unit: 'ratio',
  windowDays: 180,
  needs: ['change'],
  source:
    'Bird 2011 (minor contributors, under 5 % of the changes, go with more failures): merged changes by those who wrote (for a bot: sponsored) less than 5 % of the merged changes of the window and that no member of the group that owned the service at the merge approved, over those whose author is known; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.4,
    silver: 0.2,
    gold: 0.1,
    basis: 'convention',
  },
  gaming:
    'One account that merges the work of many makes it lower; look at truck_factor beside it.',
  windowBy: { change: mergedAt },
  reads: ['people'],

  measure(context) {
    const changes = ownedChanges(context.inWindow.change, context);
    const why = whyNoGroups(changes, context);
    if (why) return why;
    const isMinor = minorsAmong(context.inWindow.change);
    const authored = changes.owned.filter(
      ({ change }) => isMinor(change) !== undefined,
    );
    const told = authored.map(({ change, then }) => ({
      id: change.id,
      unowned: isUnowned(change, { then, isMinor, context }),
    }));
    const untold = told.filter(({ unowned }) => unowned === undefined).length;
    const strangers = changes.owned.length - authored.length;
    const besides = [
      ...(strangers > 0 ? [`no person is known for ${strangers} more`] : []),
      ...(untold > 0
        ? [`whether the owner approved is unknown of ${untold} more`]
        : []),
      ...changes.besides,
    ];
    return measureShare(context, {
      hits: told.filter(({ unowned }) => unowned).map(({ id }) => id),
      sample: told
        .filter(({ unowned }) => unowned !== undefined)
        .map(({ id }) => id),
      of: 'changes whose author is known',
      that: 'are of minor contributors and without approval by the owning group',
      besides: besides.join('; '),
    });
  },

  examples: [
    {
      given: 'one of forty by a passer-by whom nobody of the owner approved',
      people: twoTeams,
      records: [...many(39, 'a', by('ada')), by('sam', 'tom')('s')],
      gives: 1 / 40,
    },
    {
      given: 'a passer-by whom the owning group approved',
      people: twoTeams,
      records: [...many(39, 'a', by('ada')), by('sam', 'ben')('s')],
      gives: 0,
    },
    {
      given: 'a passer-by approved by a stranger is in neither number',
      people: twoTeams,
      records: [...many(39, 'a', by('ada')), by('sam', 'zoe')('s')],
      gives: 0,
    },
    {
      given: 'a group of three owns it',
      people: people({ 'group:default/payments': ['ada', 'ben', 'cyd'] }),
      records: many(40, 'a', by('ada')),
      gives: 'too-few-people',
    },
    {
      given: 'a source that tells of no authors',
      people: twoTeams,
      records: many(40, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

/** Whether a change is of a minor contributor; undefined where no person is known for it. */
function minorsAmong(
  changes: readonly ChangeRecord[],
): (change: ChangeRecord) => boolean | undefined {
  const keys = new Map<ChangeRecord, string>();
  const counts = new Map<string, number>();
  for (const change of changes) {
    const person = standsFor(change);
    if (typeof person !== 'object') continue;
    keys.set(change, person.key);
    counts.set(person.key, (counts.get(person.key) ?? 0) + 1);
  }
  return change => {
    const key = keys.get(change);
    if (key === undefined) return undefined;
    return (counts.get(key) ?? 0) < minor * keys.size;
  };
}

function isUnowned(
  change: ChangeRecord,
  {
    then,
    isMinor,
    context,
  }: {
    then: { group: string; at: number };
    isMinor: (change: ChangeRecord) => boolean | undefined;
    context: FactContext;
  },
): boolean | undefined {
  if (!isMinor(change)) return false;
  const approved = approvedIn(context.people, change, then);
  return approved === undefined ? undefined : !approved;
}
