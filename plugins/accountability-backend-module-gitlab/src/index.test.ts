import { startModule } from 'backstage-plugin-accountability-node/testUtils';
import feature from '.';

const start = (gitlab: object) =>
  startModule(feature, {
    integrations: { gitlab: [{ host: 'gitlab.com', token: 't' }] },
    accountability: { sources: { gitlab } },
  });

describe('the package', () => {
  it.each([
    { given: { secrets: ['s'] }, gives: ['source gitlab'] },
    {
      given: { secrets: ['s'], poll: { enabled: true } },
      gives: ['poller of gitlab', 'source gitlab'],
    },
    {
      given: { secrets: ['s'], poll: { host: 'other.example' } },
      gives: ['source gitlab'],
    },
  ])('adds $gives with $given', async ({ given, gives }) => {
    expect(await start(given)).toEqual(gives);
  });
});
