import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { revertsOf } from '../payloads/revertsOf';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, time } from '../payloads/times';

/** GitHub lists no more commits of a push than so many. */
const MOST_LISTED = 2048;

/** The first line that GitHub and git give to merges; it names branches, and they name people. */
const MERGE = /^Merge\b/;

const title = optionalText(500);

const schema = z.object({
  ref: z.string(),
  after: z.string().toLowerCase(),
  created: z.boolean().optional(),
  deleted: z.boolean().optional(),
  compare: optionalLink,
  commits: z.array(
    z.object({ timestamp: optionalTime }).catch({ timestamp: undefined }),
  ),
  head_commit: z
    .object({ message: z.string(), timestamp: optionalTime })
    .optional()
    .catch(undefined),
  repository: repositoryPayload.extend({ pushed_at: time }),
});

type Payload = z.output<typeof schema>;

/**
 * Commits came to the default branch. Whether a request stands behind them the
 * payload does not say, so it says nothing of approvals: a push that is the
 * merge of a request is left out where that request is known, and any other
 * must not count as unreviewed on a guess.
 */
export const push = defineCollector({
  event: 'push',
  schema,
  collect: payload => {
    const because = reasonToIgnore(payload);
    if (because) return { ignored: because };
    const { repository, after, commits, compare } = payload;
    const slug = slugOf(repository);
    const [first = '', ...rest] = (payload.head_commit?.message ?? '').split(
      '\n',
    );
    return {
      events: [
        {
          kind: 'change',
          origin: 'push',
          state: 'merged',
          record: `github:push:${slug}:${after}`,
          subject: `github:${slug}`,
          // Commits carry the time they were written, which may be long before.
          at: repository.pushed_at,
          title: MERGE.test(first) ? undefined : title.parse(first),
          url: compare,
          branch: repository.default_branch?.slice(0, 300),
          defaultBranch: true,
          sha: after,
          firstAuthoredAt:
            commits.length < MOST_LISTED ? commits[0].timestamp : undefined,
          headCommitAt: payload.head_commit?.timestamp,
          commits: commits.length < MOST_LISTED ? commits.length : undefined,
          reverts:
            commits.length === 1
              ? revertsOf(slug, { title: first, body: rest.join('\n') })
              : undefined,
        },
      ],
    };
  },
});

function reasonToIgnore(given: Payload): string | undefined {
  const { ref, repository, commits } = given;
  if (given.deleted) return 'A branch or a tag was deleted';
  if (!ref.startsWith('refs/heads/')) return 'It is no branch that was pushed';
  if (!repository.default_branch) {
    return 'GitHub does not say which branch is the default one';
  }
  if (ref !== `refs/heads/${repository.default_branch}`) {
    return 'It went to a branch that is not the default one';
  }
  if (given.created) return 'The branch begins with it, and nothing changed';
  if (commits.length === 0) {
    return 'It brings no commit: the branch was moved back';
  }
  return undefined;
}
