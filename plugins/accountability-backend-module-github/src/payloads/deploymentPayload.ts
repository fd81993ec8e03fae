import { z } from 'zod';
import { optionalUrl } from './optionalUrl';

/** What is read of a deployment and its repository; people are not. */
export const deploymentPayload = {
  deployment: z.object({
    id: z.number(),
    sha: z.string(),
    ref: z.string(),
    environment: z.string(),
    production_environment: z.boolean().nullish(),
    description: z.string().nullish(),
    created_at: z.string(),
    payload: z.unknown(),
  }),
  repository: z.object({
    full_name: z.string(),
    default_branch: z.string().optional(),
  }),
  workflow_run: z.object({ html_url: optionalUrl }).nullish(),
};
