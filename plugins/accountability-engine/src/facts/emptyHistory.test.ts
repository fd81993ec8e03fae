import { recordKinds } from 'backstage-plugin-accountability-common';
import { benchmarksOf } from '../benchmarks';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { FactInput, measureFact } from '../index';
import { referenceNow } from '../testing';
import { FactDefinition } from './defineFact';
import { builtInFacts } from './registry.generated';

const empty: FactInput = {
  now: referenceNow,
  service: exampleService,
  records: [],
  collectedKinds: [],
  sourceKinds: [],
  settings: defaultSettings,
};
const ofRecords = builtInFacts.filter(({ needs }) => needs.length > 0);
const windows = [7, 28, 90, 180];
const environments = ['production', 'staging'];

/** Values of a fact for every window and environment. */
function everyWay(fact: FactDefinition, input: FactInput) {
  return windows.flatMap(windowDays =>
    environments.map(environment =>
      measureFact(fact, input, { windowDays, environment }),
    ),
  );
}

/** What they add up is a known zero where nothing happened, as a count of it is. */
const sumsOfTime = [
  'pipeline.waiting_time',
  'pipeline.wasted_time',
  'reliability.incident_time',
];

describe('an empty history', () => {
  it.each(ofRecords.map(fact => [fact.id, fact] as const))(
    'leaves %s unknown where nobody delivers what it needs',
    (_, fact) => {
      const values = everyWay(fact, empty);

      expect(values.map(({ status }) => status)).not.toContain('known');
      expect(values.flatMap(benchmarksOf)).toEqual([]);
      for (const { because } of values) expect(because).toMatch(/\w.*\.$/);
    },
  );

  it.each(ofRecords.map(fact => [fact.id, fact] as const))(
    'leaves %s unknown where others are told of and this service never was',
    (_, fact) => {
      const values = everyWay(fact, {
        ...empty,
        sourceKinds: [...recordKinds],
      });

      expect(values.map(({ status }) => status)).not.toContain('known');
    },
  );

  it.each(ofRecords.map(fact => [fact.id, fact] as const))(
    'gives %s no share, time or band where it is known and nothing happened',
    (_, fact) => {
      const values = everyWay(fact, {
        ...empty,
        collectedKinds: [...recordKinds],
        sourceKinds: [...recordKinds],
      });

      const known = values.filter(
        ({ status, id }) => status === 'known' && !sumsOfTime.includes(id),
      );
      // That nothing happened is a number of things, and the only thing known.
      const units = new Set(known.map(({ unit }) => unit));
      expect(
        [...units].filter(unit => unit === 'ratio' || unit === 'seconds'),
      ).toEqual([]);
      expect(values.flatMap(benchmarksOf)).toEqual([]);
    },
  );
});
