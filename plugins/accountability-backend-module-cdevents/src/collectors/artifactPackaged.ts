import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An artifact was made from a change. */
export const artifactPackaged = defineCollector({
  event: 'artifact.packaged',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'It ties an artifact to its change, and no record holds that; give the commit as vcs_url of the package url of the deployment',
  }),
});
