import { z } from 'zod';

/** A number of things, where GitHub says it. */
export const optionalCount = z.int().min(0).optional().catch(undefined);
