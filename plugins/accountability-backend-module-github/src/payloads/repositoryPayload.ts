import { z } from 'zod';

/** What is read of a repository. */
export const repositoryPayload = z.object({
  full_name: z.string().trim().min(1),
  default_branch: z.string().optional().catch(undefined),
});

/** The repository that a payload is about. */
export type RepositoryPayload = z.output<typeof repositoryPayload>;
