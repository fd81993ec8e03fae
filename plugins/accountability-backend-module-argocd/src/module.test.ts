import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { accountabilityModuleArgocd } from './module';

async function start(secrets: string[]) {
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
      accountabilityModuleArgocd,
      mockServices.rootConfig.factory({
        data: { accountability: { sources: { argocd: { secrets } } } },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('the module argocd', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['argocd']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
