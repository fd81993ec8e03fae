import {
  Answer,
  BenchmarkEdition,
  BenchmarkQuestion,
} from './BenchmarkEdition';

const hour = 3600;
const day = 24 * hour;

/** Seconds; a month is read as 30 days, six months as 180. */
const durations: readonly Answer[] = [
  { from: 0, answer: 'Less than one hour' },
  { from: hour, answer: 'Less than one day' },
  { from: day, answer: 'One day to one week' },
  { from: 7 * day, answer: 'One week to one month' },
  { from: 30 * day, answer: 'One month to six months' },
  { from: 180 * day, answer: 'More than six months' },
];

/**
 * Deployments a week. "On demand" is no rate, and its gloss "multiple deploys
 * per day" overlaps the answer below it; it is read as more than one an hour.
 */
const frequencies: readonly Answer[] = [
  { from: 0, answer: 'Fewer than once per six months' },
  { from: 7 / 180, answer: 'Between once per month and once every six months' },
  { from: 7 / 30, answer: 'Between once per week and once per month' },
  { from: 1, answer: 'Between once per day and once per week' },
  { from: 7, answer: 'Between once per hour and once per day' },
  { from: 7 * 24, answer: 'On demand (multiple deploys per day)' },
];

const leadTime: BenchmarkQuestion = {
  facts: [
    'reliability.change_lead_time_head_commit',
    'reliability.change_lead_time_first_commit',
  ],
  scale: durations,
};
const frequency: BenchmarkQuestion = {
  facts: ['reliability.deployment_frequency'],
  scale: frequencies,
};
const recovery: BenchmarkQuestion = {
  facts: ['reliability.failed_deployment_recovery_time'],
  scale: durations,
};
const failRate: BenchmarkQuestion = {
  facts: ['reliability.change_fail_rate'],
  scale: 'percentage',
};
const rework: BenchmarkQuestion = {
  facts: ['reliability.deployment_rework_rate'],
  scale: 'percentage',
};

/** Editions that values can be read beside, newest first. They ask; they do not rank, and neither do we. */
export const benchmarkEditions: readonly BenchmarkEdition[] = [
  {
    edition: 'DORA Quick Check 2025',
    source:
      'https://dora.dev/quickcheck/ (questions and answers, 2025 edition)',
    questions: [leadTime, frequency, recovery, failRate, rework],
  },
  {
    edition: 'DORA Quick Check 2024',
    source:
      'https://dora.dev/quickcheck/ (questions and answers, 2024 edition)',
    questions: [leadTime, frequency, recovery, failRate],
  },
];
