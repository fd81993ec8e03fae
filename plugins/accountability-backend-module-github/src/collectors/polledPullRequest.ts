import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { changeEvents } from '../payloads/changeEvents';
import { optionalCount } from '../payloads/optionalCount';
import { pullRequestPayload } from '../payloads/pullRequestPayload';

/** A pull request as the poller fetched it, with all of its approvals where it could count them. */
export const polledPullRequest = defineCollector({
  event: 'poll.pull_request',
  schema: z.object({ ...pullRequestPayload, approvals: optionalCount }),
  collect: payload => ({ events: changeEvents(payload, payload.approvals) }),
});
