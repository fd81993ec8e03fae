import { areasOf, AuthorshipDay, truckFactor as factorOf } from '../knowledge';
import { ago, merged } from '../testing';
import { DAY } from '../time';
import { authorshipOf, knownDays, nextFade } from './authorshipOf';
import { defineFact } from './defineFact';
import { counted } from './wording';

const did = (
  contributor: string,
  given: { area: string; changes: number; days?: number },
): AuthorshipDay => {
  const { days = 10, ...row } = given;
  const day = Math.floor(ago(days, 'd') / DAY) * DAY;
  return { contributor, ...row, day, reviews: 0 };
};

/** How many people must go until most of the code has nobody left who knows it, by the changes and reviews of 547 days. A number, of nobody in particular. */
export const truckFactor = defineFact({
  id: 'ownership.truck_factor',
  burden: 'ownership',
  question: 'How many of us can leave before nobody knows the code?',
  unit: 'people',
  windowDays: 0,
  needs: ['change'],
  source:
    'Avelino 2016 over areas of two folders in place of files: authors by degree of authorship (Fritz 2010), of changes and half the careful reviews of 547 days, each weighing e to the power of minus its age over 90 days (JetBrains bus factor); the first author of an area is whoever changed it earliest, all of the same day; unknown under 10 changes',
  ladder: {
    better: 'higher',
    bronze: 2,
    silver: 3,
    gold: 4,
    basis: 'derived',
  },
  gaming:
    'Naming co-authors and drive-by edits make it higher; look at owner_touch beside it. Whoever left counts until their work has faded; see knowledge_retained.',
  reads: ['authorship'],
  changesAt: nextFade,

  measure(context) {
    const authorship = authorshipOf(context);
    if ('status' in authorship) return authorship;
    const { rows, weigh, changes } = authorship;
    const areas = areasOf(rows, weigh);
    const factor = factorOf(areas);
    const over = `${counted(
      areas.length,
      'area',
    )}, at least ${changes} changes of the last ${knownDays} days`;
    if (factor === undefined) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: changes,
        because: `No one knows any of the code well enough to count as its author: ${over}`,
      };
    }
    return {
      status: 'known',
      value: factor,
      sampleSize: changes,
      evidence: [],
      because: `When ${counted(
        factor,
        'person leaves',
        'people leave',
      )}, more than half of the code has nobody left who knows it well: ${over}`,
    };
  },

  examples: [
    {
      given: 'one author of three areas of four',
      records: [merged('c')],
      authorship: [
        did('ada', { area: 'src/a', changes: 9 }),
        did('ada', { area: 'src/b', changes: 4 }),
        did('ben', { area: 'src/b', changes: 1, days: 5 }),
        did('ada', { area: 'src/c', changes: 3 }),
        did('ben', { area: 'src/d', changes: 2 }),
      ],
      gives: 1,
    },
    {
      given: 'four who each know one area of four',
      records: [merged('c')],
      authorship: [
        did('ada', { area: 'src/a', changes: 9 }),
        did('ben', { area: 'src/b', changes: 9 }),
        did('cyd', { area: 'src/c', changes: 9 }),
        did('dov', { area: 'src/d', changes: 9 }),
      ],
      gives: 3,
    },
    {
      given: 'nine changes, too few to say',
      records: [merged('c')],
      authorship: [did('ada', { area: 'src/a', changes: 9 })],
      gives: 'insufficient-data',
    },
    {
      given: 'work that is older than 547 days is known no more',
      records: [merged('c')],
      authorship: [did('ada', { area: 'src/a', changes: 90, days: 560 })],
      gives: 'insufficient-data',
    },
    {
      given: 'a source that tells of no authors',
      records: [merged('c')],
      gives: 'never-collected',
    },
  ],
});
