import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

describe('settings', () => {
  it.each([
    {
      given: {},
      gives: { syncIntervalInWords: '2 minutes', checkAnswers: false },
    },
    {
      given: { ownership: { syncInterval: { seconds: 10 } } },
      gives: {
        syncInterval: { seconds: 10 },
        syncIntervalInWords: '10 seconds',
      },
    },
    {
      given: { ownership: { syncInterval: 'PT1H' } },
      gives: { syncIntervalInWords: '1 hour' },
    },
    {
      given: { attribution: { window: { hours: 6 } } },
      gives: {
        assessment: { attribution: { windowMs: 21_600_000, name: 'default' } },
      },
    },
    {
      given: { retention: { bodies: { days: 7 } } },
      gives: {
        retention: { bodies: 7 * 86_400_000, deliveries: 400 * 86_400_000 },
      },
    },
    {
      given: {},
      gives: {
        retention: { contributors: 180 * 86_400_000 },
        assessment: { leastPeople: 5 },
      },
    },
    {
      given: {
        retention: { contributorDays: 90 },
        privacy: { minGroupSize: 8, contributorSecret: 'a secret of sixteen' },
      },
      gives: {
        retention: { contributors: 90 * 86_400_000 },
        assessment: { leastPeople: 8 },
        contributorSecret: 'a secret of sixteen',
      },
    },
    {
      given: { retention: { records: 'P500D' } },
      gives: { retention: { records: 500 * 86_400_000 } },
    },
  ])('of $given are $gives', ({ given, gives }) => {
    const config = new ConfigReader({ accountability: given });

    expect(readSettings(config)).toMatchObject(gives);
  });

  it.each([
    { given: { privacy: { minGroupSize: 2 } }, says: 'from 3 on' },
    { given: { privacy: { minGroupSize: 5.5 } }, says: 'whole number' },
    { given: { retention: { contributorDays: 7 } }, says: 'from 30 on' },
    {
      given: { privacy: { contributorSecret: 'short' } },
      says: 'at least 16 characters',
    },
  ])('of $given are refused: $says', ({ given, says }) => {
    const config = new ConfigReader({ accountability: given });

    expect(() => readSettings(config)).toThrow(says);
  });

  it('that would take from facts what they count are refused', () => {
    const config = new ConfigReader({
      accountability: { retention: { records: { days: 30 } } },
    });

    expect(() => readSettings(config)).toThrow('at least 400 days');
  });

  it('that cannot be read are refused by name', () => {
    const config = new ConfigReader({
      accountability: { ownership: { syncInterval: 'often' } },
    });

    expect(() => readSettings(config)).toThrow(
      'accountability.ownership.syncInterval',
    );
  });
});
