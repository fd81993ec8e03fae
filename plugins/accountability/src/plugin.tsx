import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiShieldCheckLine } from '@remixicon/react';
import { accountabilityApi } from './extensions/accountabilityApi';
import { groupContent } from './extensions/groupContent';
import {
  accountabilityPage,
  changesPage,
  deploymentPage,
  incidentPage,
  sourcesPage,
  unownedPage,
} from './extensions/pages';
import { serviceCard, serviceContent } from './extensions/serviceExtensions';
import {
  changesRouteRef,
  deploymentRouteRef,
  incidentRouteRef,
  rootRouteRef,
  serviceContentRouteRef,
} from './routes';

/** The portal of Accountability: cards, tabs and pages for services and teams. */
export const accountabilityPlugin = createFrontendPlugin({
  pluginId: 'accountability',
  title: 'Accountability',
  icon: <RiShieldCheckLine aria-hidden />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    serviceContent: serviceContentRouteRef,
    incident: incidentRouteRef,
    deployment: deploymentRouteRef,
    changes: changesRouteRef,
  },
  extensions: [
    accountabilityApi,
    serviceCard,
    serviceContent,
    groupContent,
    accountabilityPage,
    unownedPage,
    sourcesPage,
    incidentPage,
    deploymentPage,
    changesPage,
  ],
});
