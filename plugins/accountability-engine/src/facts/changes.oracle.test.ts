import fc from 'fast-check';
import {
  ChangeRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { MeasuredFact, measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { merged, referenceNow, twoTeams } from '../testing';
import { DAY } from '../time';
import { changeHistories } from './__testUtils__/changeHistories';
import { ChangeAnswer, changeOracle } from './__testUtils__/changeOracle';
import { FactDefinition } from './defineFact';
import { builtInFacts } from './registry.generated';
import { reworkedChanges } from './reworkedChanges';

/** All that is told of changes, beside what has an oracle. */
const facts = builtInFacts.filter(
  ({ burden, needs }) => burden !== 'ownership' && needs.join() === 'change',
);
const known = facts.filter(({ id }) => id in changeOracle);

function measure(
  fact: FactDefinition,
  records: readonly ServiceRecord[],
  now = referenceNow,
): MeasuredFact & { nextRecordAt?: number } {
  const prepared = prepareFacts({
    now,
    service: exampleService,
    records: [...records],
    collectedKinds: ['change'],
    sourceKinds: ['change'],
    settings: defaultSettings,
    people: twoTeams,
  });
  const { nextRecordAt } = prepared;
  return { ...measurePrepared(fact, prepared), nextRecordAt };
}

/** What a fact says, without the sentence and the stamps that move with the clock. */
function gist({ value }: MeasuredFact) {
  return {
    says: value.status === 'known' ? value.value : value.reason,
    parts: value.status === 'known' ? value.parts : undefined,
    sampleSize: value.sampleSize,
    evidence: value.evidence,
  };
}

/** What the fact must say to an answer of the oracle. */
function expectation(answer: ChangeAnswer) {
  return answer === undefined
    ? { status: 'unknown', reason: 'insufficient-data' }
    : {
        status: 'known',
        value: answer.hits.length / answer.sample.length,
        sampleSize: answer.sample.length,
        evidence: expect.arrayContaining(answer.sample),
      };
}

describe('facts of changes', () => {
  it('have an oracle where histories of changes decide them', () => {
    expect(known.map(({ id }) => id).sort()).toEqual(
      Object.keys(changeOracle).sort(),
    );
  });

  it.each(known)(
    '$id says what every change against every other says',
    fact => {
      const told = { known: 0, unknown: 0 };
      fc.assert(
        fc.property(changeHistories, changes => {
          const begun = changes.filter(c => c.startedAt <= referenceNow);

          const { value } = measure(fact, changes);

          const answer = changeOracle[fact.id](begun);
          told[answer && answer.hits.length > 0 ? 'known' : 'unknown'] += 1;
          expect(value).toMatchObject(expectation(answer));
        }),
        { numRuns: 1500 },
      );

      // A comparison of unknowns and zeros alone would prove nothing.
      expect(Math.min(told.known, told.unknown)).toBeGreaterThan(50);
    },
  );

  it.each(facts)('$id says the same in any order of changes', fact => {
    const both = changeHistories.chain(changes =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray(changes, { minLength: changes.length }),
      ),
    );
    fc.assert(
      fc.property(both, ([changes, other]) => {
        expect(measure(fact, other)).toEqual(measure(fact, changes));
      }),
      { numRuns: 200 },
    );
  });

  it.each(facts)('$id says the same until the instant it names', fact => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(changeHistories, share, (changes, part) => {
        const now = measure(fact, changes);
        const next = Math.min(
          now.nextChangeAt ?? referenceNow + 30 * DAY,
          now.nextRecordAt ?? Infinity,
        );
        const between = Math.floor((next - 1 - referenceNow) * part);

        for (const at of [next - 1, referenceNow + between]) {
          expect(gist(measure(fact, changes, at))).toEqual(gist(now));
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(facts)('$id needs nothing that ended before its horizon', fact => {
    const days = fact.windowDays + (fact.lateDays ?? 0);
    const from = referenceNow - days * DAY;
    fc.assert(
      fc.property(changeHistories, changes => {
        const loaded = changes.filter(({ endedAt = 0 }) => endedAt >= from);

        expect(gist(measure(fact, loaded))).toEqual(
          gist(measure(fact, changes)),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('reworked changes', () => {
  const at = referenceNow - 10 * DAY;
  const made = (id: string, given: Partial<ChangeRecord>) =>
    merged(id, { endedAt: at, paths: ['a'], ...given });
  const fix = (given: Partial<ChangeRecord>) =>
    made('fix', { title: 'fix: it', ...given });

  it.each([
    { given: 'nothing later', others: [], reworked: [], settled: [] },
    {
      given: 'a fix a day later',
      others: [fix({ endedAt: at + DAY })],
      reworked: [['c', at + DAY]],
      settled: ['c'],
    },
    {
      given: 'two fixes, of which the first counts',
      others: [
        fix({ endedAt: at + 3 * DAY }),
        made('fix2', { hotfix: true, endedAt: at + 2 * DAY }),
      ],
      reworked: [
        ['c', at + 2 * DAY],
        ['fix2', at + 3 * DAY],
      ],
      settled: ['c', 'fix2'],
    },
    {
      given: 'a fix at the same instant',
      others: [fix({ endedAt: at })],
      reworked: [],
      settled: [],
    },
    {
      given: 'a fix that is not merged',
      others: [fix({ state: 'opened', endedAt: undefined })],
      reworked: [],
      settled: [],
    },
  ])('of one ten days old, with $given', ({ others, reworked, settled }) => {
    const found = reworkedChanges([made('c', {}), ...others], {
      now: referenceNow,
    });

    expect([...found.reworked]).toEqual(reworked);
    expect([...found.settled]).toEqual(settled);
  });

  it('are settled without rework once 21 days are over', () => {
    const settledAt = (now: number) =>
      reworkedChanges([made('c', {})], { now }).settled.has('c');

    expect(settledAt(at + 21 * DAY)).toBe(false);
    expect(settledAt(at + 21 * DAY + 1)).toBe(true);
  });

  it('are not told of where paths are unknown', () => {
    const found = reworkedChanges(
      [
        made('c', { paths: undefined }),
        fix({ endedAt: at + DAY, reverts: 'c' }),
      ],
      { now: referenceNow },
    );

    expect(found.reworked.size).toBe(0);
  });
});
