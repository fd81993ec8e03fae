import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { authentication, plainEntry } from './__testUtils__/collectOne';
import { accountabilityModuleMapping } from './module';

async function start(accountability: object) {
  const added: string[] = [];
  const logger = mockServices.logger.mock();
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
      accountabilityModuleMapping,
      logger.factory,
      mockServices.rootConfig.factory({ data: { accountability } }),
    ],
  });
  await new Promise(resolve => server.close(resolve));
  return { added, warnings: logger.warn.mock.calls.map(([text]) => text) };
}

const good = { authentication, events: [plainEntry] };

describe('the module mapping', () => {
  it('adds a source for each mapping', async () => {
    const { added, warnings } = await start({
      mappings: { acme: good, other: good },
    });

    expect(added).toEqual(['acme', 'other']);
    expect(warnings).toEqual([]);
  });

  it('leaves a bad mapping off, says why and adds the others', async () => {
    const { added, warnings } = await start({
      mappings: { bad: { ...good, events: [] }, acme: good },
    });

    expect(added).toEqual(['acme']);
    expect(warnings).toEqual([
      'The source bad is off: accountability.mappings.bad.events has to be a list of at least one event',
    ]);
  });

  it.each([
    { given: 'no mapping', accountability: {}, says: [] },
    { given: 'no mapping left', accountability: { mappings: {} }, says: [] },
    {
      given: 'a list of mappings',
      accountability: { mappings: [good] },
      says: [
        'accountability.mappings has to be an object: the id of a source, and its mapping',
      ],
    },
  ])('adds nothing for $given', async ({ accountability, says }) => {
    const { added, warnings } = await start(accountability);

    expect(added).toEqual([]);
    expect(warnings).toEqual(says);
  });
});
