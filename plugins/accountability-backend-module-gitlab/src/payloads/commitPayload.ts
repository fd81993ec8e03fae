import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSha } from './optionalSha';
import { optionalTime } from './times';

const word = z.string().optional().catch(undefined);
const files = z.array(z.string()).nullish().catch(undefined);

/** What is read of a commit of a push. Its author's address becomes a contributor; the name is looked at for markers and goes no further. */
export const commitPayload = z.object({
  id: optionalSha,
  message: word,
  timestamp: optionalTime,
  url: optionalLink,
  author: z.object({ name: word, email: word }).nullish().catch(undefined),
  added: files,
  modified: files,
  removed: files,
});

/** A commit of a push. */
export type CommitPayload = z.output<typeof commitPayload>;
