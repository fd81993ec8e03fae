import { z } from 'zod';

/** A whole commit id, of SHA-1 or SHA-256; a branch or a part of one is none. */
export const optionalSha = z
  .string()
  .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/i)
  .toLowerCase()
  .optional()
  .catch(undefined);
