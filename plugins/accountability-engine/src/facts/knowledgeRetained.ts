import { AuthorshipDay } from '../knowledge';
import { isOf } from '../people';
import { ago, merged, people, twoTeams } from '../testing';
import { DAY } from '../time';
import { Authorship, authorshipOf, knownDays, nextFade } from './authorshipOf';
import { defineFact, FactContext } from './defineFact';
import { groupNow } from './ownerNow';
import { tooFew } from './fewPeople';
import { percent } from './wording';

const did = (contributor: string, changes: number): AuthorshipDay => ({
  contributor,
  area: 'src',
  day: Math.floor(ago(10, 'd') / DAY) * DAY,
  changes,
  reviews: 0,
});

/** Share of what is known of the code, by the changes and reviews of 547 days, that people of the owning group hold today. */
export const knowledgeRetained = defineFact({
  id: 'ownership.knowledge_retained',
  burden: 'ownership',
  question: 'Does the team that owns this service still know its code?',
  unit: 'ratio',
  windowDays: 0,
  needs: ['change'],
  source:
    'After Rigby 2016 (knowledge lost by turnover): changes and half the careful reviews of 547 days, each weighing e to the power of minus its age over 90 days; those of people who are in the owning group now over all; whoever the catalog does not know holds nothing, and that part is told; unknown under 10 changes',
  ladder: {
    better: 'higher',
    bronze: 0.5,
    silver: 0.7,
    gold: 0.85,
    basis: 'convention',
  },
  gaming:
    'A group that keeps those who left looks as if it knew; take members from the directory and not by hand.',
  reads: ['authorship', 'people'],
  changesAt: nextFade,

  measure(context) {
    const authorship = authorshipOf(context);
    if ('status' in authorship) return authorship;
    const owner = groupNow(context);
    if ('status' in owner) return owner;
    const { people: known } = context;
    const sampleSize = authorship.changes;
    if (known.memberships.size > 0 && !isLarge(owner.group, context)) {
      return tooFew(
        [],
        `${owner.group} has fewer than ${known.least} people in the catalog, and of so few it is not told what they know`,
      );
    }
    const held = weigh(authorship, context, owner.group);
    const all = held.owner + held.others + held.unknown;
    if (held.owner + held.others === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize,
        because:
          'The catalog knows none of those who wrote the code; let users of the catalog name their accounts by annotation, such as github.com/user-login',
      };
    }
    const part = (key: string, weight: number) => ({
      key,
      value: weight / all,
      records: [],
    });
    return {
      status: 'known',
      value: held.owner / all,
      sampleSize,
      evidence: [],
      parts: [
        part('owner', held.owner),
        part('others', held.others),
        part('unknown to the catalog', held.unknown),
      ],
      because: `People of ${owner.group} hold ${percent(
        held.owner / all,
      )} of what is known of the code; ${percent(
        held.unknown / all,
      )} is with people whom the catalog does not know; from at least ${sampleSize} changes of the last ${knownDays} days`,
    };
  },

  examples: [
    {
      given: 'six changes by the owning group and four by another',
      records: [merged('c')],
      people: twoTeams,
      authorship: [did('ada', 6), did('sam', 4)],
      gives: 0.6,
    },
    {
      given: 'whoever the catalog does not know holds nothing for the owner',
      records: [merged('c')],
      people: twoTeams,
      authorship: [did('ada', 6), did('zoe', 6)],
      gives: 0.5,
    },
    {
      given: 'the catalog knows none of those who wrote the code',
      records: [merged('c')],
      people: twoTeams,
      authorship: [did('zoe', 12)],
      gives: 'insufficient-data',
    },
    {
      given: 'an owning group of three',
      records: [merged('c')],
      people: people({ 'group:default/payments': ['ada', 'ben', 'cyd'] }),
      authorship: [did('ada', 12)],
      gives: 'too-few-people',
    },
    {
      given: 'a source that tells of no authors',
      records: [merged('c')],
      people: twoTeams,
      gives: 'never-collected',
    },
  ],
});

function isLarge(group: string, { people: known }: FactContext): boolean {
  return (known.sizes.get(group) ?? 0) >= known.least;
}

/** What people of the group, others and those whom the catalog does not know hold. */
function weigh(
  { rows, weigh: weightOf }: Authorship,
  { people: known, now }: FactContext,
  group: string,
) {
  const byContributor = new Map<string, number>();
  for (const row of rows) {
    const weight = byContributor.get(row.contributor) ?? 0;
    byContributor.set(row.contributor, weight + weightOf(row));
  }
  const held = { owner: 0, others: 0, unknown: 0 };
  for (const [contributor, weight] of byContributor) {
    const isOwner = isOf(known, contributor, { group, at: now });
    if (isOwner === undefined) held.unknown += weight;
    else if (isOwner) held.owner += weight;
    else held.others += weight;
  }
  return held;
}
