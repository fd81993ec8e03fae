import { ChangeMaker } from 'backstage-plugin-accountability-common';

/** What makes changes, in the order of every table; no ranking. */
export const changeMakers = [
  'machine',
  'automation',
  'rest',
] as const satisfies readonly ChangeMaker[];
