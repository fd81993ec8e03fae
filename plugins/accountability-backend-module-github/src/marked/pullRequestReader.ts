import {
  Collector,
  isHotfix,
  Detect,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { accountOf } from '../payloads/accountOf';
import { changeEvents, PullRequestPayload } from '../payloads/changeEvents';
import { pullRequestPayload } from '../payloads/pullRequestPayload';
import { requestedBy } from '../payloads/requestedBy';
import { topicsIn } from '../payloads/topicsIn';

/** Reads webhooks of pull requests with these markers. */
export function pullRequestReader(
  detect: Detect,
): Collector<PullRequestPayload> {
  return {
    event: 'pull_request',
    schema: z.object(pullRequestPayload),
    collect: payload => ({
      events: changeEvents(payload, { always: detailsOf(payload, detect) }),
    }),
  };
}

function detailsOf(
  { pull_request: request }: PullRequestPayload,
  detect: Detect,
) {
  const { user, assignees = [], head, labels = [], title } = request;
  const logins = [user, ...assignees].map(each => each?.login);
  const names = labels.map(({ name }) => name);
  return {
    ...requestedBy(request),
    hotfix: isHotfix([head?.ref, ...names]),
    topics: topicsIn([title, head?.ref], logins),
    provenance: accountOf(user)
      ? detect({
          // The commits of a request are not in the payload.
          commits: [],
          at: Date.parse(
            request.merged_at ?? request.updated_at ?? request.created_at,
          ),
          author: accountOf(user),
          text: request.body ?? undefined,
          branch: head?.ref,
          labels: names,
        })
      : undefined,
  };
}
