import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { changeEvents } from '../payloads/changeEvents';
import { pullRequestPayload } from '../payloads/pullRequestPayload';

/** Anything happened to a pull request; every payload brings all of it. */
export const pullRequest = defineCollector({
  event: 'pull_request',
  schema: z.object(pullRequestPayload),
  collect: payload => ({ events: changeEvents(payload) }),
});
