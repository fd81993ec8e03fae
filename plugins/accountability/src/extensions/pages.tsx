import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  changesRouteRef,
  deploymentRouteRef,
  incidentRouteRef,
  rootRouteRef,
} from '../routes';

/** The page of the organisation: where it stands, what is asked of it, and how what is known comes in. */
export const accountabilityPage = PageBlueprint.make({
  params: {
    path: '/accountability',
    title: 'Accountability',
    icon: <RiShieldCheckLine aria-hidden />,
    routeRef: rootRouteRef,
  },
});

/** Where the whole organisation stands, and what is most worth doing. */
export const organisationPage = SubPageBlueprint.make({
  name: 'organisation',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const { OrganisationPage } = await import('../components/organisation');
      return <OrganisationPage />;
    },
  },
});

/** Records that belong to no service. */
export const unownedPage = SubPageBlueprint.make({
  name: 'unowned',
  params: {
    path: 'unowned',
    title: 'Unowned records',
    loader: async () => {
      const { UnownedPage } = await import('../components/operations');
      return <UnownedPage />;
    },
  },
});

/** The health of the sources. */
export const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    loader: async () => {
      const { SourcesPage } = await import('../components/operations');
      return <SourcesPage />;
    },
  },
});

/** From nothing connected to a first gate that was asked; without a route ref, so that the side bar leaves it out. */
export const startPage = PageBlueprint.make({
  name: 'start',
  params: {
    path: '/accountability/start',
    title: 'Accountability',
    loader: async () => {
      const { StartPage } = await import('../components/start');
      return <StartPage />;
    },
  },
});

/** One incident: what broke, why that is known, and who answers for it. */
export const incidentPage = PageBlueprint.make({
  name: 'incident',
  params: {
    path: '/accountability/incidents/:kind/:namespace/:name/:record',
    title: 'Accountability',
    routeRef: incidentRouteRef,
    loader: async () => {
      const { RoutedIncidentPage } = await import('./RoutedIncidentPage');
      return <RoutedIncidentPage />;
    },
  },
});

/** One deployment: what it brought and what it is charged with. */
export const deploymentPage = PageBlueprint.make({
  name: 'deployment',
  params: {
    path: '/accountability/deployments/:kind/:namespace/:name/:record',
    title: 'Accountability',
    routeRef: deploymentRouteRef,
    loader: async () => {
      const { RoutedDeploymentPage } = await import('./RoutedDeploymentPage');
      return <RoutedDeploymentPage />;
    },
  },
});

/** The changes of a service: how each was made, read and delivered, and what became of it. */
export const changesPage = PageBlueprint.make({
  name: 'changes',
  params: {
    path: '/accountability/changes/:kind/:namespace/:name',
    title: 'Accountability',
    routeRef: changesRouteRef,
    loader: async () => {
      const { RoutedChangesPage } = await import('./RoutedChangesPage');
      return <RoutedChangesPage />;
    },
  },
});
