import { z } from 'zod';

/** A word of GitLab's own, where it says it. */
export const optionalWord = z
  .string()
  .trim()
  .min(1)
  .optional()
  .catch(undefined);
