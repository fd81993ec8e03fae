/** Words of the filters on pages of the catalog. */
export const catalogFilterMessages = {
  catalogFilter: {
    level: 'Accountability level',
    state: 'Accountability state',
  },
};
