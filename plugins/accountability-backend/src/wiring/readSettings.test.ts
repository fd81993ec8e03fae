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
      gives: { attributionWindowMs: 21_600_000 },
    },
  ])('of $given are $gives', ({ given, gives }) => {
    const config = new ConfigReader({ accountability: given });

    expect(readSettings(config)).toMatchObject(gives);
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
