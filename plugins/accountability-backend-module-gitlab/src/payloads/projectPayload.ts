import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalWord } from './optionalWord';

/** What is read of a project. */
export const projectPayload = z.object({
  path_with_namespace: z.string().trim().min(1),
  default_branch: optionalWord,
  web_url: optionalLink,
});

/** The project that a payload is about. */
export type ProjectPayload = z.output<typeof projectPayload>;
