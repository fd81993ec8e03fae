import { createKeyOf } from '../../database/createKeyOf';

/** Keys of contributors under a secret of tests. */
export const testKeyOf = createKeyOf('a secret of tests alone');
