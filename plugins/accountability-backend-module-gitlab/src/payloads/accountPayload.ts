import { z } from 'zod';
import { optionalWord } from './optionalWord';

/** What is read of a user of GitLab: what becomes a contributor, and whether one is the other. */
export const accountPayload = z.object({
  id: z.int().optional().catch(undefined),
  username: optionalWord,
  /** Only GraphQL says whether a user is a bot. */
  bot: z.boolean().optional().catch(undefined),
});

/** A user of GitLab. */
export type Account = z.output<typeof accountPayload>;
