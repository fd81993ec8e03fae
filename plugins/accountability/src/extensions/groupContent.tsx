import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** The tab of a group: its services and those of the groups below it. */
export const groupContent = EntityContentBlueprint.make({
  name: 'group',
  params: {
    path: '/accountability',
    title: 'Accountability',
    filter: { kind: 'group' },
    loader: async () => {
      const { EntityTeamPage } = await import('./EntityTeamPage');
      return <EntityTeamPage />;
    },
  },
});
