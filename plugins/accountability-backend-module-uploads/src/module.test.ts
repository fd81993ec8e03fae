import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { accountabilityModuleUploads } from './module';

describe('the module uploads', () => {
  it('adds its sources without any configuration', async () => {
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
        accountabilityModuleUploads,
      ],
    });
    await new Promise(resolve => server.close(resolve));

    expect(added).toEqual([
      'sarif',
      'cyclonedx',
      'spdx',
      'junit',
      'coverage',
      'git-ai',
      'agent-trace',
    ]);
  });
});
