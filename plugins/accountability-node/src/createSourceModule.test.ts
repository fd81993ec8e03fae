import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createSourceModule } from './createSourceModule';
import { createWebhookSource } from './createWebhookSource';
import { DeliverySource } from './DeliverySource';
import { sourcesExtensionPoint } from './extensionPoints';
import { incoming } from './testUtils';

const bell = createSourceModule({
  moduleId: 'bell',
  sources: {
    bell: (secrets, config) => {
      if (config.has('accountability.sources.bell.tone'))
        throw new Error('There is no such tone');
      return createWebhookSource({
        id: 'bell',
        keepHeaders: [],
        verify: () =>
          secrets.length > 0 ? { ok: true } : { ok: false, because: 'Never' },
        identify: () => undefined,
        readType: () => 'ring',
        collectors: [],
      });
    },
  },
});

/** The sources that the module adds with a configuration. */
async function sourcesWith(accountability: object): Promise<DeliverySource[]> {
  const added: DeliverySource[] = [];
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'accountability',
        register(env) {
          env.registerExtensionPoint(sourcesExtensionPoint, {
            addSource: source => added.push(source),
          });
          env.registerInit({
            deps: { logger: coreServices.logger },
            init: async () => {},
          });
        },
      }),
      bell,
      mockServices.rootConfig.factory({
        data: JSON.parse(JSON.stringify({ accountability })),
      }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return added;
}

describe('createSourceModule', () => {
  it.each([
    {
      given: 'a secret',
      accountability: { sources: { bell: { secrets: ['s'] } } },
      gives: [{ ok: true }],
    },
    { given: 'nothing', accountability: {}, gives: [] },
    {
      given: 'a secret that is a text',
      accountability: { sources: { bell: { secrets: 's' } } },
      gives: [{ ok: true }],
    },
    {
      given: 'a secret whose variable is empty',
      accountability: { sources: { bell: { secrets: [''] } } },
      gives: [],
    },
    {
      given: 'secrets that are a number',
      accountability: { sources: { bell: { secrets: 5 } } },
      gives: [],
    },
    {
      given: 'a setting that cannot be meant so',
      accountability: { sources: { bell: { secrets: ['s'], tone: 'none' } } },
      gives: [],
    },
    {
      given: 'polling that is off',
      accountability: { sources: { bell: { poll: { enabled: false } } } },
      gives: [],
    },
    {
      given: 'polling without a secret',
      accountability: { sources: { bell: { poll: { every: '1 hour' } } } },
      gives: [{ ok: false, because: expect.stringContaining('No webhooks') }],
    },
    {
      given: 'its name among those listened to, without a secret',
      accountability: { events: { sources: ['bell'] } },
      gives: [{ ok: false, because: expect.stringContaining('bell.secrets') }],
    },
  ])('with $given', async ({ accountability, gives }) => {
    const sources = await sourcesWith(accountability);

    const verified = sources.map(({ verify }) =>
      verify(incoming({ body: '' })),
    );

    expect(verified).toEqual(gives);
  });
});
