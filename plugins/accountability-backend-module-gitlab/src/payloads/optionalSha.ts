import { z } from 'zod';

/** A whole commit id, of SHA-1 or SHA-256; a part of one would match nothing else that is recorded. */
export const optionalSha = z
  .string()
  .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/i)
  .toLowerCase()
  .optional()
  .catch(undefined);
