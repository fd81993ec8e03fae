import fc from 'fast-check';
import { BuildRecord } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { referenceNow } from '../testing';
import { earliest } from '../time';
import { buildHistories } from './__testUtils__/buildHistories';
import { buildOracle } from './__testUtils__/buildOracle';
import { Answer } from './__testUtils__/buildTerms';
import { poolTotalsOf } from './__testUtils__/poolOracle';
import { builtInFacts } from './registry.generated';

/** Of builds alone; what is told of changes has an oracle beside it. */
const facts = builtInFacts.filter(
  ({ burden, needs }) => burden === 'pipeline' && !needs.includes('change'),
);

function measureAll(builds: BuildRecord[], now = referenceNow) {
  const prepared = prepareFacts({
    now,
    service: exampleService,
    records: builds,
    collectedKinds: ['build'],
    sourceKinds: ['build'],
    settings: defaultSettings,
    poolTotals: poolTotalsOf(builds),
  });
  const measured = facts.map(fact => measurePrepared(fact, prepared));
  return {
    values: measured.map(({ value }) => value),
    nextChangeAt: measured.reduce(
      (next, { nextChangeAt }) => earliest(next, nextChangeAt),
      prepared.nextRecordAt,
    ),
  };
}

/** What a value says, without the sentence and the stamps that move with the clock. */
const gist = (builds: BuildRecord[], now?: number) =>
  measureAll(builds, now).values.map(value => ({
    id: value.id,
    says: value.status === 'known' ? value.value : value.reason,
    sampleSize: value.sampleSize,
    evidence: value.evidence,
  }));

it('has an oracle for every fact of builds', () => {
  expect(Object.keys(buildOracle).sort()).toEqual(facts.map(({ id }) => id));
});

/** What the fact must say to an answer of the oracle. */
function expectation(answer: Answer) {
  return answer === undefined
    ? { status: 'unknown', reason: 'insufficient-data' }
    : {
        status: 'known',
        value: expect.closeTo(answer.value, 9),
        sampleSize: answer.sample,
      };
}

it('says what the plainest arithmetic says, over a thousand histories', () => {
  const told = new Map<string, number>();
  fc.assert(
    fc.property(buildHistories, builds => {
      const begun = builds.filter(b => b.startedAt <= referenceNow);

      const { values } = measureAll(builds);

      const answers = values.map(({ id }) => buildOracle[id](begun));
      expect(values).toMatchObject(answers.map(expectation));
      answers.forEach((answer, index) => {
        const { id } = values[index];
        if (answer?.value) told.set(id, (told.get(id) ?? 0) + 1);
      });
    }),
    { numRuns: 1000 },
  );

  // A comparison of unknowns and zeros alone would prove nothing.
  const seldom = facts.filter(({ id }) => (told.get(id) ?? 0) < 100);
  expect(seldom.map(({ id }) => id)).toEqual([]);
});

it('says the same in any order of builds', () => {
  const shuffled = buildHistories.chain(builds =>
    fc.tuple(
      fc.constant(builds),
      fc.shuffledSubarray(builds, { minLength: builds.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([builds, other]) => {
      expect(measureAll(other)).toEqual(measureAll(builds));
    }),
    { numRuns: 500 },
  );
});

it('says the same until the instant at which it said it would change', () => {
  fc.assert(
    fc.property(buildHistories, builds => {
      const { nextChangeAt = referenceNow + 1 } = measureAll(builds);

      expect(gist(builds, nextChangeAt - 1)).toEqual(gist(builds));
    }),
    { numRuns: 300 },
  );
});

it('says of every known part and single value which records it is of', () => {
  fc.assert(
    fc.property(buildHistories, builds => {
      const ids = builds.map(({ id }) => id);

      for (const value of measureAll(builds).values) {
        const parts = (value.status === 'known' && value.parts) || [];
        const named = [...value.evidence, ...parts.flatMap(p => p.records)];

        expect(ids).toEqual(expect.arrayContaining(named));
        expect(value.evidence).toEqual(
          expect.arrayContaining(parts.flatMap(p => p.records)),
        );
      }
    }),
    { numRuns: 300 },
  );
});
