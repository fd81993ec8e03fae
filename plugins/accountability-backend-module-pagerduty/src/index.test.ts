import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  pollersExtensionPoint,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import feature from '.';

async function start(pagerduty: object) {
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
        data: { accountability: { sources: { pagerduty } } },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added.sort();
}

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
