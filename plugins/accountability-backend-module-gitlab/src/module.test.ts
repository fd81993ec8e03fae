import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { accountabilityModuleGitlab } from './module';

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
      accountabilityModuleGitlab,
      mockServices.rootConfig.factory({
        data: { accountability: { sources: { gitlab: { secrets } } } },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('the module gitlab', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start(['s']);

    expect(added).toEqual(['gitlab']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start([])).toEqual([]);
  });
});
