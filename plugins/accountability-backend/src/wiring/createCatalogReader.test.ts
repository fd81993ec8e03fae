import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createCatalogReader } from './createCatalogReader';

describe('the catalog as routes read it', () => {
  const auth = mockServices.auth({ pluginId: 'accountability' });
  const restricted = mockCredentials.service('external:ci', {
    permissionNames: ['accountability.gate.ask'],
  });

  it.each<{ given: string; who: BackstageCredentials; gives: string }>([
    {
      given: 'a person',
      who: mockCredentials.user('user:default/ann'),
      gives: 'user:default/ann',
    },
    {
      given: 'a machine that may do everything',
      who: mockCredentials.service('external:robot'),
      gives: 'external:robot',
    },
    {
      given: 'a machine whose token may not be handed on',
      who: restricted,
      gives: 'plugin:accountability',
    },
  ])('is read for $given as $gives', async ({ who, gives }) => {
    const catalog = catalogServiceMock.mock();
    const reader = createCatalogReader({ auth, catalog });

    await reader.getEntityByRef('component:default/pay', { credentials: who });
    await reader.getEntitiesByRefs(
      { entityRefs: ['component:default/pay'] },
      { credentials: who },
    );

    const asked = [
      ...catalog.getEntityByRef.mock.calls,
      ...catalog.getEntitiesByRefs.mock.calls,
    ].map(([, options]) => Reflect.get(Object(options), 'credentials'));
    const name = ({ principal }: BackstageCredentials) =>
      Reflect.get(Object(principal), 'userEntityRef') ??
      Reflect.get(Object(principal), 'subject');
    expect(asked.map(name)).toEqual([gives, gives]);
  });
});
