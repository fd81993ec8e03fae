import { z } from 'zod';

const TEN_YEARS = 10 * 366 * 24 * 60 * 60;

/** How long something took, where GitLab says it; longer than any wait is none. */
export const optionalSeconds = z
  .number()
  .min(0)
  .max(TEN_YEARS)
  .optional()
  .catch(undefined);
