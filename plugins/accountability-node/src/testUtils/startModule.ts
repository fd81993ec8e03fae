import {
  BackendFeature,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { pollersExtensionPoint } from '../polling';
import { sourcesExtensionPoint } from '../extensionPoints';

/** What a module adds in a real backend with a configuration: `source github`, `poller of github`; sorted. */
export async function startModule(
  module: BackendFeature,
  config: object,
): Promise<string[]> {
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
      module,
      mockServices.rootConfig.factory({
        data: JSON.parse(JSON.stringify(config)),
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added.sort();
}
