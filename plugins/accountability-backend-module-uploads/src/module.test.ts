import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { accountabilityModuleUploads } from './module';

const reports = [
  'sarif',
  'cyclonedx',
  'spdx',
  'junit',
  'coverage',
  'git-ai',
  'agent-trace',
  'slo',
  'instrumentation',
];

async function sourcesWith(accountability?: { provenance: object }) {
  const added: string[] = [];
  const data = JSON.parse(JSON.stringify({ accountability }));
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
      mockServices.rootConfig.factory({ data }),
      accountabilityModuleUploads,
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('the module uploads', () => {
  it('adds its sources without any configuration', async () => {
    expect(await sourcesWith()).toEqual([...reports, 'git-log']);
  });

  it('leaves out the one that reads markers where they cannot be read', async () => {
    const added = await sourcesWith({ provenance: { disabled: ['no-such'] } });

    expect(added).toEqual(reports);
  });
});
