import { z } from 'zod';

/**
 * A link of a payload. Senders send empty texts and nulls for links they have
 * not, and a link that is none, or that a browser would run, is left out: a
 * link is never worth a delivery.
 */
export const optionalLink = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .optional()
  .catch(undefined);
