import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createPollerModule, MadePoller } from './createPollerModule';
import { pollersExtensionPoint } from './pollersExtensionPoint';

async function start(made: MadePoller) {
  const added: string[] = [];
  const logger = mockServices.logger.mock({ child: () => logger });
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'accountability',
        register(env) {
          env.registerExtensionPoint(pollersExtensionPoint, {
            addPoller: poller => added.push(poller.source),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      createPollerModule({ moduleId: 'acme-poller', create: () => made }),
      logger.factory,
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return { added, logger };
}

const poller = {
  source: 'acme',
  subjectPrefix: 'acme:',
  streams: [],
  settings: { everyMs: 1, overlapMs: 1, sinceMs: 1 },
};

describe('createPollerModule', () => {
  it('adds the poller', async () => {
    expect((await start(poller)).added).toEqual(['acme']);
  });

  it('adds none where nobody asked for one', async () => {
    expect((await start(undefined)).added).toEqual([]);
  });

  it('says what a poller lacks and lets the plugin start', async () => {
    const { added, logger } = await start({ because: 'There is no token' });

    expect(added).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith('There is no token');
  });
});
