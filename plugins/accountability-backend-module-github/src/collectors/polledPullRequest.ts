import {
  contributorOf,
  defineCollector,
  describeFiles,
  isHotfix,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { accountKind } from '../payloads/accountKind';
import { accountOf } from '../payloads/accountOf';
import { changeEvents } from '../payloads/changeEvents';
import { polledDetails } from '../payloads/polledDetails';
import { pullRequestPayload } from '../payloads/pullRequestPayload';

const schema = z.object({ ...pullRequestPayload, ...polledDetails });

type Payload = z.output<typeof schema>;

/** A pull request as the poller fetched it: with its files, all of its reviews where it could read them, and what the markers on its commits say. */
export const polledPullRequest = defineCollector({
  event: 'poll.pull_request',
  schema,
  collect: payload => ({
    events: changeEvents(payload, {
      always: madeOf(payload),
      onceMerged: {
        approvals: payload.approvals,
        reviews: reviewsOf(payload),
        mergeMethod: payload.merge_method,
      },
    }),
  }),
});

function madeOf({ pull_request: request, ...payload }: Payload) {
  const { files = [], sponsor, topics, provenance } = payload;
  const labels = request.labels?.map(({ name }) => name) ?? [];
  return {
    author: contributorOf('github', accountOf(request.user)),
    authorKind: accountKind(request.user),
    sponsor,
    // Deliveries of before name the branch instead.
    hotfix: payload.hotfix ?? isHotfix([request.head?.ref, ...labels]),
    topics,
    provenance,
    ...describeFiles(files, {
      complete: files.length === request.changed_files,
    }),
  };
}

function reviewsOf({ reviews }: Payload) {
  return reviews?.map(({ user, verdict, submitted_at: at, comments }) => ({
    by: contributorOf('github', accountOf(user)),
    kind: accountKind(user),
    verdict,
    at,
    comments,
  }));
}
