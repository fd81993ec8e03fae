import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import feature from '.';

const start = (pagerduty: object) =>
  startModule(feature, { accountability: { sources: { pagerduty } } });

describe('the package', () => {
  it.each([
    { given: { secrets: ['s'] }, gives: ['source pagerduty'] },
    {
      given: { secrets: ['s'], poll: { token: 't' } },
      gives: ['poller of pagerduty', 'source pagerduty'],
    },
    { given: { secrets: ['s'], poll: {} }, gives: ['source pagerduty'] },
  ])('adds $gives with $given', async ({ given, gives }) => {
    expect(await start(given)).toEqual(gives);
  });
});
