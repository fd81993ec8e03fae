import { KnownFact } from 'backstage-plugin-accountability-common';
import { builtInFacts } from '../facts/registry.generated';
import { measureExample } from '../measureExample';
import { answerOf } from './answerOf';
import { benchmarksOf } from './benchmarksOf';
import { benchmarkEditions } from './editions';

const hour = 3600;
const day = 24 * hour;

describe('answerOf', () => {
  it.each([
    ['change_lead_time_head_commit', 0, 'Less than one hour'],
    ['change_lead_time_head_commit', hour - 1, 'Less than one hour'],
    ['change_lead_time_head_commit', hour, 'Less than one day'],
    ['change_lead_time_first_commit', day, 'One day to one week'],
    ['change_lead_time_first_commit', 7 * day, 'One week to one month'],
    ['failed_deployment_recovery_time', 31 * day, 'One month to six months'],
    ['failed_deployment_recovery_time', 200 * day, 'More than six months'],
    ['deployment_frequency', 0, 'Fewer than once per six months'],
    ['deployment_frequency', 0.25, 'Between once per week and once per month'],
    ['deployment_frequency', 1, 'Between once per day and once per week'],
    ['deployment_frequency', 35, 'Between once per hour and once per day'],
    ['deployment_frequency', 169, 'On demand (multiple deploys per day)'],
    ['change_fail_rate', 0.194, '19 %'],
  ])('of %s at %d is %s in both editions', (fact, value, answer) => {
    const answers = answerOf(`reliability.${fact}`, value);

    expect(answers).toMatchObject([
      { edition: 'DORA Quick Check 2025', answer },
      { edition: 'DORA Quick Check 2024', answer },
    ]);
  });

  it('has rework in the edition of 2025 alone', () => {
    const answers = answerOf('reliability.deployment_rework_rate', 0.2);

    expect(answers.map(({ edition }) => edition)).toEqual([
      'DORA Quick Check 2025',
    ]);
  });

  it.each(['reliability.time_to_restore', 'reliability.merge_to_production'])(
    'of %s is none, since nobody was asked about it',
    fact => {
      expect(answerOf(fact, 1)).toEqual([]);
    },
  );
});

describe('benchmarkEditions', () => {
  it('speak of facts that there are, and rank nobody', () => {
    const asked = benchmarkEditions.flatMap(({ questions }) =>
      questions.flatMap(({ facts }) => facts),
    );

    const known = builtInFacts.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(asked));
    expect(JSON.stringify(benchmarkEditions)).not.toMatch(
      /elite|high|medium|low/i,
    );
  });
});

describe('benchmarksOf', () => {
  const [frequency] = builtInFacts.filter(
    ({ id }) => id === 'reliability.deployment_frequency',
  );
  const measured = measureExample(frequency, frequency.examples[0]);

  it.each([
    { given: 'ten records', fact: { sampleSize: 10 }, gives: 2 },
    { given: 'nine records', fact: { sampleSize: 9 }, gives: 0 },
    { given: 'an unknown', fact: { status: 'unknown' }, gives: 0 },
  ])('of $given are $gives', ({ fact, gives }) => {
    const given = { ...measured, ...fact } as KnownFact;

    expect(benchmarksOf(given)).toHaveLength(gives);
  });
});
