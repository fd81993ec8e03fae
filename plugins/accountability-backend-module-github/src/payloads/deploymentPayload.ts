import {
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { repositoryPayload } from './repositoryPayload';

/** What is read of a deployment and its repository; people are not. */
export const deploymentPayload = {
  deployment: z.object({
    id: z.number(),
    sha: z.string(),
    ref: z.string(),
    environment: z.string(),
    production_environment: z.boolean().nullish(),
    description: optionalText(500),
    created_at: z.string(),
    payload: z.unknown(),
  }),
  repository: repositoryPayload,
  workflow_run: z.object({ html_url: optionalLink }).nullish(),
};
