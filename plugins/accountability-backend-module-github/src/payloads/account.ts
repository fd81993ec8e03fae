import { z } from 'zod';

const LOGIN = /^[\w.-]{1,100}(\[bot\])?$/;

/** An account of GitHub's in a payload: its login, and whether it is a `User` or a `Bot`. */
export const account = z.object({
  login: z.string().trim().regex(LOGIN).optional().catch(undefined),
  type: z.string().nullish().catch(undefined),
});

/** See `account`. */
export type Account = z.output<typeof account>;
