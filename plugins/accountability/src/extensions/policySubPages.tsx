import { SubPageBlueprint } from '@backstage/frontend-plugin-api';

/** Scorecards and how many services stand where. */
export const scorecardsPage = SubPageBlueprint.make({
  name: 'scorecards',
  params: {
    path: 'scorecards',
    title: 'Scorecards',
    loader: async () => {
      const { ScorecardsPage } = await import('../components/scorecards');
      return <ScorecardsPage />;
    },
  },
});

/** Exemptions: asked for, in force, and soon over. */
export const exemptionsPage = SubPageBlueprint.make({
  name: 'exemptions',
  params: {
    path: 'exemptions',
    title: 'Exemptions',
    loader: async () => {
      const { ExemptionsPage } = await import('../components/exemptions');
      return <ExemptionsPage />;
    },
  },
});

/** Pushes with an end, and how far they have come. */
export const campaignsPage = SubPageBlueprint.make({
  name: 'campaigns',
  params: {
    path: 'campaigns',
    title: 'Campaigns',
    loader: async () => {
      const { CampaignsPage } = await import('../components/campaigns');
      return <CampaignsPage />;
    },
  },
});

/** Gates and what they decided. */
export const gatesPage = SubPageBlueprint.make({
  name: 'gates',
  params: {
    path: 'gates',
    title: 'Gates',
    loader: async () => {
      const { GatesPage } = await import('../components/gates');
      return <GatesPage />;
    },
  },
});

/** What policy is in force, what of it is at fault, and a candidate over the past. */
export const policyPage = SubPageBlueprint.make({
  name: 'policy',
  params: {
    path: 'policy',
    title: 'Policy',
    loader: async () => {
      const { PolicyPage } = await import('../components/policy');
      return <PolicyPage />;
    },
  },
});
