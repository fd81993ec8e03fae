import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiShieldCheckLine } from '@remixicon/react';
import { accountabilityApi } from './extensions/accountabilityApi';
import { catalogFilter } from './extensions/catalogFilter';
import { groupContent } from './extensions/groupContent';
import {
  accountabilityPage,
  changesPage,
  deploymentPage,
  incidentPage,
  organisationPage,
  sourcesPage,
  startPage,
  unownedPage,
} from './extensions/pages';
import { policyApi } from './extensions/policyApi';
import {
  campaignPage,
  decisionPage,
  scorecardPage,
} from './extensions/policyPages';
import {
  campaignsPage,
  exemptionsPage,
  gatesPage,
  policyPage,
  scorecardsPage,
} from './extensions/policySubPages';
import { serviceCard, serviceContent } from './extensions/serviceExtensions';
import {
  campaignRouteRef,
  changesRouteRef,
  decisionRouteRef,
  deploymentRouteRef,
  incidentRouteRef,
  rootRouteRef,
  scorecardRouteRef,
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
    scorecard: scorecardRouteRef,
    campaign: campaignRouteRef,
    decision: decisionRouteRef,
  },
  extensions: [
    accountabilityApi,
    policyApi,
    serviceCard,
    serviceContent,
    groupContent,
    catalogFilter,
    accountabilityPage,
    // First of the tabs.
    organisationPage,
    scorecardsPage,
    exemptionsPage,
    campaignsPage,
    gatesPage,
    policyPage,
    unownedPage,
    sourcesPage,
    startPage,
    incidentPage,
    deploymentPage,
    changesPage,
    scorecardPage,
    campaignPage,
    decisionPage,
  ],
});
