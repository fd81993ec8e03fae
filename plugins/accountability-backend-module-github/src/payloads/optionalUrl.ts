import { z } from 'zod';

/** GitHub sends empty texts and nulls for links it has not; a link is never worth a delivery. */
export const optionalUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .optional()
  .catch(undefined);
