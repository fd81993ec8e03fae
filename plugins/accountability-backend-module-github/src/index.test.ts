import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  pollersExtensionPoint,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import feature from '.';

async function start(github: object) {
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
          integrations: { github: [{ host: 'github.com', token: 't' }] },
          accountability: { sources: { github } },
        },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added.sort();
}

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
