import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An app is asked whether a deployment may go on. */
export const deploymentProtectionRule = defineCollector({
  event: 'deployment_protection_rule',
  schema: z.object({}),
  collect: () => ({ ignored: 'The deployment itself tells what became of it' }),
});
