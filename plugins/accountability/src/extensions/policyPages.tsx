import { PageBlueprint } from '@backstage/frontend-plugin-api';
import {
  campaignRouteRef,
  decisionRouteRef,
  scorecardRouteRef,
} from '../routes';

/** One scorecard: its services by its checks. */
export const scorecardPage = PageBlueprint.make({
  name: 'scorecard',
  params: {
    path: '/accountability/scorecards/:scorecard',
    title: 'Accountability',
    routeRef: scorecardRouteRef,
    loader: async () => {
      const { RoutedScorecardPage } = await import('./RoutedScorecardPage');
      return <RoutedScorecardPage />;
    },
  },
});

/** One campaign: how far it has come, and who has what left. */
export const campaignPage = PageBlueprint.make({
  name: 'campaign',
  params: {
    path: '/accountability/campaigns/:id',
    title: 'Accountability',
    routeRef: campaignRouteRef,
    loader: async () => {
      const { RoutedCampaignPage } = await import('./RoutedCampaignPage');
      return <RoutedCampaignPage />;
    },
  },
});

/** One decision of a gate: why, on what, and by which policy. */
export const decisionPage = PageBlueprint.make({
  name: 'decision',
  params: {
    path: '/accountability/decisions/:id',
    title: 'Accountability',
    routeRef: decisionRouteRef,
    loader: async () => {
      const { RoutedDecisionPage } = await import('./RoutedDecisionPage');
      return <RoutedDecisionPage />;
    },
  },
});
