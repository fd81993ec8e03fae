import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Filters of the catalog's pages: by the level reached and the state of the worst burden. */
export const catalogFilter = CatalogFilterBlueprint.make({
  name: 'standing',
  params: {
    loader: async () => {
      const { StandingPicker } = await import('../components/catalogFilter');
      return <StandingPicker />;
    },
  },
});
