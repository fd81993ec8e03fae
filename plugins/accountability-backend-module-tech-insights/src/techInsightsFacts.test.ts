import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { factProvidersExtensionPoint } from 'backstage-plugin-accountability-node';
import { techInsightsFacts } from './techInsightsFacts';

const retriever = (id: string) => ({
  factRetriever: {
    id,
    version: '1.0.0',
    schema: { x: { type: 'boolean' as const, description: 'x' } },
    handler: async () => [],
  },
});

describe('the module of fact retrievers', () => {
  it('adds a provider for each', async () => {
    const added: string[] = [];
    const { server } = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'accountability',
          register(env) {
            env.registerExtensionPoint(factProvidersExtensionPoint, {
              addProvider: ({ id }) => added.push(id),
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        techInsightsFacts([retriever('oneRetriever'), retriever('two')]),
      ],
    });
    await new Promise(resolve => server.close(resolve));

    expect(added).toEqual(['one_retriever', 'two']);
  });
});
