import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleUploads } from './module';
import { uploadHeaders } from './testUtils';
import { pushedLine } from './testUtils/examples/historyExamples';

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
  const added: DeliverySource[] = [];
  const data = JSON.parse(JSON.stringify({ accountability }));
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'accountability',
        register(env) {
          env.registerExtensionPoint(sourcesExtensionPoint, {
            addSource: source => added.push(source),
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
    const added = await sourcesWith();

    expect(added.map(({ id }) => id)).toEqual([...reports, 'git-log']);
  });

  it('leaves out the one that reads markers where they cannot be read', async () => {
    const added = await sourcesWith({ provenance: { disabled: ['no-such'] } });

    expect(added.map(({ id }) => id)).toEqual(reports);
  });

  it('reads history for the markers of the configuration', async () => {
    const marker = {
      id: 'acme.message',
      tool: 'Acme Writer',
      channel: 'message',
      match: ['^acme: '],
      role: 'author',
      level: 'declared',
      source: 'our handbook',
    };
    const [commit] = pushedLine.commits;
    const commits = [{ ...commit, message: 'acme: add' }];

    const added = await sourcesWith({ provenance: { markers: [marker] } });

    const history = added.find(({ id }) => id === 'git-log');
    expect(
      history?.collect(
        incoming({
          headers: uploadHeaders({ sha: undefined }),
          body: JSON.stringify({ ...pushedLine, commits }),
        }),
      ),
    ).toMatchObject({ events: [{ provenance: { tools: ['Acme Writer'] } }] });
  });
});
