import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { accountabilityModuleAlertmanager } from './module';

async function start(ids: string[]) {
  const sources = Object.fromEntries(ids.map(id => [id, { secrets: ['s'] }]));
  const added: string[] = [];
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'accountability',
        register(env) {
          env.registerExtensionPoint(sourcesExtensionPoint, {
            addSource: source => added.push(source.id),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      accountabilityModuleAlertmanager,
      mockServices.rootConfig.factory({
        data: { accountability: { sources } },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('the module alertmanager', () => {
  it.each([
    { given: ['alertmanager'] },
    { given: ['grafana'] },
    { given: ['alertmanager', 'grafana'] },
  ])('adds $given where they have a secret', async ({ given }) => {
    const added = await start(given);

    expect(added).toEqual(given);
  });

  it('leaves both sources off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
