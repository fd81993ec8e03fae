import { allReferences, NOW, referenceHealth } from '../../../fixtures';
import { needsPerson, referenceState, sortReferences } from './referenceState';

const DAY = 86_400_000;

describe('the state of what is looked up outside', () => {
  it.each([
    { id: 'kev', days: 7, gives: 'good' },
    { id: 'kev', days: 7.01, gives: 'old' },
    { id: 'epss', days: 7, gives: 'good' },
    { id: 'epss', days: 7.01, gives: 'old' },
    { id: 'lifecycles', days: 90, gives: 'good' },
    { id: 'lifecycles', days: 90.01, gives: 'old' },
  ] as const)('is $gives with $id of $days days ago', ({ id, days, gives }) => {
    const list = referenceHealth(id, { entries: 1, asOf: NOW - days * DAY });

    expect(referenceState(list, NOW)).toBe(gives);
  });

  it.each([
    {
      given: 'a list that was never read',
      reference: referenceHealth('kev', { state: 'failing' }),
      gives: 'failing',
    },
    {
      given: 'a list of which that of before is in force',
      reference: referenceHealth('kev', { state: 'failing', entries: 9 }),
      gives: 'unrenewed',
    },
    {
      given: 'nothing but packages that fail',
      reference: referenceHealth('packages', {
        state: 'failing',
        entries: 0,
        failing: 3,
      }),
      gives: 'failing',
    },
    {
      given: 'some repositories that fail, where the others have no file',
      reference: referenceHealth('codeowners', {
        state: 'failing',
        entries: 0,
        absent: 4,
        failing: 3,
      }),
      gives: 'partly',
    },
    {
      given: 'repositories, however long ago they were read',
      reference: referenceHealth('runtimes', { loadedAt: 0, entries: 4 }),
      gives: 'good',
    },
  ] as const)('is $gives with $given', ({ reference, gives }) => {
    expect(referenceState(reference, NOW)).toBe(gives);
  });

  it('brings what needs a person to the top', () => {
    const sorted = sortReferences(allReferences(), NOW);

    expect(sorted.map(({ id }) => id)).toEqual([
      'epss',
      'codeowners',
      'packages',
      'kev',
      'runtimes',
      'lifecycles',
    ]);
    expect(
      sorted.filter(each => needsPerson(referenceState(each, NOW))),
    ).toHaveLength(2);
  });
});
