import {
  defineCollector,
  optionalLink,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { branchOf } from '../payloads/branchOf';
import { optionalSha } from '../payloads/optionalSha';
import { optionalText } from '../payloads/optionalText';
import { projectPayload } from '../payloads/projectPayload';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, requireTime } from '../payloads/times';
import { undoneBy } from '../payloads/undoneBy';

const BRANCH = 'refs/heads/';
/** What GitLab calls a branch that is not there, before or after. */
const NOTHING = /^0+$/;

const commit = z.object({
  id: optionalSha,
  message: z.string().optional().catch(undefined),
  timestamp: optionalTime,
  url: optionalLink,
});

/** Commits were pushed to a branch. One that is the merge of a request has its commit, and is left out where changes are counted. */
export const push = defineCollector({
  event: 'push',
  schema: z.object({
    ref: z.string(),
    after: z.string().trim().min(1),
    commits: z.array(commit).nullish().catch(undefined),
    total_commits_count: z.int().min(0).optional().catch(undefined),
    project: projectPayload,
  }),
  collect: payload => {
    const { ref, after, project } = payload;
    const branch = branchOf(
      ref.startsWith(BRANCH) ? ref.slice(BRANCH.length) : undefined,
      project.default_branch,
    );
    if (!branch.defaultBranch) {
      return { ignored: 'It is not known to be on the default branch' };
    }
    if (NOTHING.test(after)) return { ignored: 'The branch was taken away' };
    const commits = payload.commits ?? [];
    if (commits.length === 0) {
      return { ignored: 'It brings no commits: the branch was made or moved' };
    }
    const slug = slugOf(project);
    const head = commits.find(({ id }) => id === after.toLowerCase());
    return {
      events: [
        {
          kind: 'change',
          origin: 'push',
          record: `gitlab:push:${slug}:${after.toLowerCase()}`,
          subject: `gitlab:${slug}`,
          state: 'merged',
          at: requireTime(newestOf(commits)),
          sha: optionalSha.parse(after),
          title: optionalText(500).parse(head?.message?.split('\n')[0]),
          url: head?.url,
          firstAuthoredAt: isWhole(payload) ? oldestOf(commits) : undefined,
          headCommitAt: head?.timestamp,
          commits: payload.total_commits_count,
          reverts: undoneBy(head?.message, slug),
          ...branch,
        },
      ],
    };
  },
});

/** GitLab lists twenty commits at most. */
function isWhole(payload: {
  commits?: readonly unknown[] | null;
  total_commits_count?: number;
}): boolean {
  return payload.commits?.length === payload.total_commits_count;
}

function oldestOf(
  commits: readonly z.output<typeof commit>[],
): string | undefined {
  return commits
    .flatMap(({ timestamp }) => timestamp ?? [])
    .sort()
    .at(0);
}

/** GitLab does not say when it was pushed: when the newest of its commits was made is the nearest that it tells. */
function newestOf(
  commits: readonly z.output<typeof commit>[],
): string | undefined {
  return commits
    .flatMap(({ timestamp }) => timestamp ?? [])
    .sort()
    .pop();
}
