import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A security hole was published. */
export const securityAdvisory = defineCollector({
  event: 'security_advisory',
  schema: z.object({}),
  collect: () => ({
    ignored: 'It is about a package, and dependabot_alert tells who has it',
  }),
});
