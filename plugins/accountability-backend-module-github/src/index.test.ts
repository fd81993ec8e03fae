import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import feature from '.';

const start = (github: object) =>
  startModule(feature, {
    integrations: { github: [{ host: 'github.com', token: 't' }] },
    accountability: { sources: { github } },
  });

describe('the package', () => {
  it.each([
    { given: { secrets: ['s'] }, gives: ['source github'] },
    {
      given: { secrets: ['s'], poll: { enabled: true } },
      gives: ['poller of github', 'source github'],
    },
    {
      given: { secrets: ['s'], poll: { host: 'ghe.example' } },
      gives: ['source github'],
    },
  ])('adds $gives with $given', async ({ given, gives }) => {
    expect(await start(given)).toEqual(gives);
  });
});
