import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

// The plugin alone, with a catalog of one service and its team in memory:
// `yarn start` in this folder, then
// curl localhost:7007/api/accountability/services/component/default/payments/scorecard
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'payments',
          namespace: 'default',
          annotations: { 'github.com/project-slug': 'acme/payments' },
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/checkout',
        },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'checkout', namespace: 'default' },
        spec: { type: 'team', children: [] },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
