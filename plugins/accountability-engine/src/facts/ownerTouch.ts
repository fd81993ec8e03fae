import { many, merged, people, twoTeams } from '../testing';
import { defineFact } from './defineFact';
import { measureDecided } from './measureDecided';
import { mergedAt } from './mergedAt';
import { ownedChanges, whyNoGroups } from './ownedChanges';
import { touchedBy } from './touchedBy';

const by = (author: string) => (id: string) =>
  merged(id, { author, authorKind: 'person', reviews: [], approvals: 0 });

/** Share of merged changes that somebody of the group that owned the service then wrote or approved with care: whether the owner in name is the owner in deed. */
export const ownerTouch = defineFact({
  id: 'ownership.owner_touch',
  burden: 'ownership',
  question: 'Does the team that owns this service work on it?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['change'],
  source:
    'Merged changes, pushes among them, written (for a bot: sponsored) or approved by a member of the group that owned the service at the merge, over those of which it can be told; approvals faster than anybody reads do not count; after Greiler 2015, who calls half of the edits strong ownership; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.5,
    silver: 0.7,
    gold: 0.85,
    basis: 'convention',
  },
  gaming:
    'Approving everything makes it higher; approvals that nobody can have read for are taken out, see security.rubber_stamp.',
  windowBy: { change: mergedAt },
  reads: ['people'],

  measure(context) {
    const changes = ownedChanges(context.inWindow.change, context);
    const why = whyNoGroups(changes, context);
    if (why) return why;
    const told = changes.owned.map(one => ({
      id: one.change.id,
      touched: touchedBy(one, context.people),
    }));
    const ids = (touched: boolean | undefined) =>
      told.filter(one => one.touched === touched).map(({ id }) => id);
    return measureDecided(context, {
      yes: ids(true),
      no: ids(false),
      unknown: ids(undefined),
      keys: ['owner', 'others'],
      of: 'merged changes',
      that: 'were written or approved with care by the owning group',
      besides: [
        'unknown where the catalog does not know who wrote or approved',
        ...changes.besides,
      ],
    });
  },

  examples: [
    {
      given: 'seven of ten written by the owning group, three by another',
      people: twoTeams,
      records: [...many(7, 'a', by('ada')), ...many(3, 's', by('sam'))],
      gives: 0.7,
    },
    {
      given: 'an approval by the owning group counts like its own work',
      people: twoTeams,
      records: [
        ...many(9, 's', by('sam')),
        merged('r', {
          ...by('sam')('r'),
          approvals: 1,
          reviews: [{ by: 'ada', verdict: 'approve', at: 0, comments: 1 }],
        }),
      ],
      gives: 0.1,
    },
    {
      given: 'a stranger to the catalog may be one of them: no no',
      people: twoTeams,
      records: [
        ...many(5, 'a', by('ada')),
        ...many(5, 's', by('sam')),
        ...many(9, 'z', by('zoe')),
      ],
      gives: 0.5,
    },
    {
      given: 'a group of three owns it',
      people: people({ 'group:default/payments': ['ada', 'ben', 'cyd'] }),
      records: many(10, 'a', by('ada')),
      gives: 'too-few-people',
    },
    {
      given: 'nobody told of people',
      records: many(10, 'a', by('ada')),
      gives: 'never-collected',
    },
    {
      given: 'nine changes, too few for a share',
      people: twoTeams,
      records: many(9, 'a', by('ada')),
      gives: 'insufficient-data',
    },
  ],
});
