import {
  Collector,
  optionalLink,
  optionalText,
  Detect,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { commitPayload } from '../payloads/commitPayload';
import { pushedBy } from '../payloads/pushedBy';
import { pushedPaths } from '../payloads/pushedPaths';
import { pushedProvenance } from '../payloads/pushedProvenance';
import { pushRecord } from '../payloads/pushRecord';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { revertsOf } from '../payloads/revertsOf';
import { slugOf } from '../payloads/slugOf';
import { time } from '../payloads/times';

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
  commits: z.array(commitPayload.catch({ timestamp: undefined })),
  head_commit: commitPayload.optional().catch(undefined),
  repository: repositoryPayload.extend({ pushed_at: time }),
});

type Payload = z.output<typeof schema>;

/**
 * Reads pushes with these markers. Whether a request stands behind one the
 * payload does not say, so it says nothing of approvals: a push that is the
 * merge of a request is left out where that request is known, and any other
 * must not count as unreviewed on a guess.
 */
export function pushReader(detect: Detect): Collector<Payload> {
  return {
    event: 'push',
    schema,
    collect: payload => {
      const because = reasonToIgnore(payload);
      if (because) return { ignored: because };
      const { repository, after, compare, head_commit: last } = payload;
      const slug = slugOf(repository);
      return {
        events: [
          {
            ...pushRecord(slug, after),
            kind: 'change',
            origin: 'push',
            state: 'merged',
            // Commits carry the time they were written, which may be long before.
            at: repository.pushed_at,
            url: compare,
            branch: repository.default_branch?.slice(0, 300),
            defaultBranch: true,
            sha: after,
            headCommitAt: last?.timestamp,
            ...wordsOf(payload, slug),
            ...pushedBy(last),
            ...commitsOf(payload, detect),
          },
        ],
      };
    },
  };
}

function wordsOf({ head_commit: last, commits }: Payload, slug: string) {
  const [first = '', ...rest] = (last?.message ?? '').split('\n');
  return {
    title: MERGE.test(first) ? undefined : title.parse(first),
    reverts:
      commits.length === 1
        ? revertsOf(slug, { title: first, body: rest.join('\n') })
        : undefined,
  };
}

/** What is said of the commits, where all are listed. */
function commitsOf({ commits, repository }: Payload, detect: Detect) {
  if (commits.length >= MOST_LISTED) return {};
  const at = Date.parse(repository.pushed_at);
  return {
    firstAuthoredAt: commits[0].timestamp,
    commits: commits.length,
    ...pushedPaths(commits),
    provenance: pushedProvenance(commits, { at, detect }),
  };
}

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
