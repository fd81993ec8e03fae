import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  pollersExtensionPoint,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import feature from '.';

async function start(gitlab: object) {
  const added: string[] = [];
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'accountability',
        register(env) {
          env.registerExtensionPoint(sourcesExtensionPoint, {
            addSource: ({ id }) => added.push(`source ${id}`),
          });
          env.registerExtensionPoint(pollersExtensionPoint, {
            addPoller: ({ source }) => added.push(`poller of ${source}`),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      feature,
      mockServices.rootConfig.factory({
        data: {
          integrations: { gitlab: [{ host: 'gitlab.com', token: 't' }] },
          accountability: { sources: { gitlab } },
        },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added.sort();
}

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
