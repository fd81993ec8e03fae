import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { accountabilityModuleCdevents } from './module';
import { cdEventOf } from './testUtils/cdEventOf';

async function start(cdevents: {
  secrets: string[];
  environments?: Record<string, string>;
}) {
  const added: DeliverySource[] = [];
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
      accountabilityModuleCdevents,
      mockServices.rootConfig.factory({
        data: { accountability: { sources: { cdevents } } },
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('the module cdevents', () => {
  it('adds the source where a secret is configured', async () => {
    const added = await start({ secrets: ['s'] });

    expect(added.map(({ id }) => id)).toEqual(['cdevents']);
  });

  it('leaves the source off without a secret and lets the plugin start', async () => {
    expect(await start({ secrets: [] })).toEqual([]);
  });

  it('names environments as configured, whatever their ids hold', async () => {
    const [source] = await start({
      secrets: ['s'],
      environments: { 'Cluster/eu.1': 'production' },
    });
    const body = cdEventOf({
      type: 'service.deployed.0.3.0',
      at: '10:00',
      content: { environment: { id: 'cluster/EU.1' } },
    });

    const collected = source.collect(incoming({ body }));

    expect(collected).toHaveProperty('events.0.environment', 'production');
  });
});
