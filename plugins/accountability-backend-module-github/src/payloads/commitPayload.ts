import { z } from 'zod';
import { optionalTime } from './times';

/** No key of a database takes every character. */
const word = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .nullish()
  .catch(undefined);

const actor = z
  .object({ name: word, email: word, username: word })
  .optional()
  .catch(undefined);

const paths = z.array(z.string()).optional().catch(undefined);

/** A commit of a push. Who wrote it is read to tell machines from people; one name becomes a contributor. */
export const commitPayload = z.object({
  message: z.string().optional().catch(undefined),
  timestamp: optionalTime,
  author: actor,
  committer: actor,
  added: paths,
  removed: paths,
  modified: paths,
});

/** See `commitPayload`. */
export type CommitPayload = z.output<typeof commitPayload>;
