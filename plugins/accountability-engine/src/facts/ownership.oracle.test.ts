import fc from 'fast-check';
import { FactValue } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { referenceNow } from '../testing';
import {
  Answer,
  bruteForceOwnership,
} from './__testUtils__/bruteForceOwnership';
import { OwnershipPast, ownershipPasts } from './__testUtils__/ownershipPast';
import { builtInFacts } from './registry.generated';

const facts = builtInFacts.filter(({ burden }) => burden === 'ownership');
const judged = Object.keys(bruteForceOwnership);

function measureAll(past: OwnershipPast, now = referenceNow) {
  const prepared = prepareFacts({
    ...past,
    now,
    service: { ...exampleService, spans: past.spans, owner: undefined },
    records: past.changes,
    collectedKinds: ['change'],
    sourceKinds: ['change'],
    settings: defaultSettings,
  });
  return facts.map(fact => measurePrepared(fact, prepared));
}

const ofFact = (past: OwnershipPast, id: string) =>
  measureAll(past)
    .map(({ value }) => value)
    .find(value => value.id === id);

/** What a value says, without the sentence and the stamps that move with the clock. */
const says = (value?: FactValue) =>
  value?.status === 'known' ? value.value : value?.reason;

const known = (values: (FactValue | undefined)[]) =>
  values.filter(value => value?.status === 'known').length;

/** What the fact must say to an answer of the oracle. */
function expectation(answer: Answer) {
  if (answer === undefined) return { status: 'unknown' };
  const { value, sample } = answer;
  return {
    status: 'known',
    value: expect.closeTo(value, 4),
    ...(!Number.isNaN(sample) && { sampleSize: sample }),
  };
}

it.each(judged)('says of %s what the plainest arithmetic says', id => {
  let told = 0;
  fc.assert(
    fc.property(ownershipPasts, past => {
      const value = ofFact(past, id);

      const answer = bruteForceOwnership[id](past);
      expect(value).toMatchObject(expectation(answer));
      if (answer?.value) told++;
    }),
    { numRuns: 1000 },
  );

  // A comparison of unknowns and zeros alone would prove nothing.
  expect(told).toBeGreaterThan(50);
});

it('says the same in any order of changes, rows, spans and answers', () => {
  fc.assert(
    fc.property(ownershipPasts, past => {
      const turned = {
        ...past,
        changes: [...past.changes].reverse(),
        authorship: [...past.authorship].reverse(),
        spans: [...past.spans].reverse(),
      };

      expect(measureAll(turned)).toEqual(measureAll(past));
    }),
    { numRuns: 300 },
  );
});

it('says the same of a row of authorship and of the same in two', () => {
  fc.assert(
    fc.property(ownershipPasts, past => {
      const halves = past.authorship.flatMap(row => [
        { ...row, reviews: 0 },
        { ...row, changes: 0 },
      ]);

      expect(measureAll({ ...past, authorship: halves })).toEqual(
        measureAll(past),
      );
    }),
    { numRuns: 300 },
  );
});

it('says the same until the instant at which each said it would change', () => {
  let told = 0;
  fc.assert(
    fc.property(ownershipPasts, past => {
      const before = measureAll(past);
      told += known(before.map(({ value }) => value));

      for (const [place, { value, nextChangeAt }] of before.entries()) {
        const at = (nextChangeAt ?? referenceNow + 400 * 86_400_000) - 1;
        const after = measureAll(past, at)[place].value;
        expect([value.id, says(after)]).toEqual([value.id, says(value)]);
      }
    }),
    { numRuns: 150 },
  );

  expect(told).toBeGreaterThan(150);
});

it('names no contributor in any sentence, part or evidence', () => {
  fc.assert(
    fc.property(ownershipPasts, past => {
      const keys = new Map(
        [...past.people.memberships.keys(), 'stranger', 'other-stranger'].map(
          key => [key, `key-of-${key}`],
        ),
      );
      const renamed: OwnershipPast = JSON.parse(
        JSON.stringify({ ...past, people: undefined }),
        (name, value) =>
          ['author', 'sponsor', 'by', 'contributor'].includes(name)
            ? keys.get(value) ?? value
            : value,
      );
      const people = {
        ...past.people,
        memberships: new Map(
          [...past.people.memberships].map(([key, of]) => [
            keys.get(key) ?? key,
            of,
          ]),
        ),
      };

      const text = JSON.stringify(measureAll({ ...renamed, people }));

      expect(text).not.toContain('key-of-');
    }),
    { numRuns: 300 },
  );
});
