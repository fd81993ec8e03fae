import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { serviceContentRouteRef } from '../routes';

/** The verdict on a service, on its overview. */
export const serviceCard = EntityCardBlueprint.make({
  name: 'service',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityServiceCard } = await import('./EntityServiceCard');
      return <EntityServiceCard />;
    },
  },
});

/** The tab of a service with everything behind the verdict. */
export const serviceContent = EntityContentBlueprint.make({
  name: 'service',
  params: {
    path: '/accountability',
    title: 'Accountability',
    routeRef: serviceContentRouteRef,
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityServicePage } = await import('./EntityServicePage');
      return <EntityServicePage />;
    },
  },
});
