import { at, project } from './pollGitlab';

/** Whoever stands in an answer of GitLab. */
export const user = (id: number, username: string) => ({
  id,
  username,
  name: 'Somebody Else',
});

/** A merge request as GitLab lists it. */
export const mergedRequest = (given: object) => ({
  iid: 7,
  title: 'PAY-12: charge twice less often, says @somebody',
  description: 'For somebody@example.org',
  state: 'merged',
  web_url: `${project.web_url}/-/merge_requests/7`,
  source_branch: 'somebody/fees',
  target_branch: 'main',
  created_at: at(-90),
  updated_at: at(-10),
  merged_at: at(-20),
  closed_at: null,
  sha: 'a'.repeat(40),
  merge_commit_sha: '279484c09fbe69ededfced8c1bb6e6d24616b468',
  squash: false,
  labels: [],
  author: user(1, 'ada'),
  assignees: [user(42, 'bob')],
  ...given,
});

/** An approval as GitLab lists it. */
export const approved = (id: number, username: string, minutes?: number) => ({
  user: user(id, username),
  approved_at: minutes === undefined ? undefined : at(minutes),
});

/** A commit as GraphQL tells it. */
export const commit = (minutes: number, message: string) => ({
  message,
  authorName: 'Somebody Else',
  authorEmail: 'somebody@example.org',
  authoredDate: at(minutes - 5),
  committedDate: at(minutes),
});

/** A remark as GraphQL tells it. */
export const note = (minutes: number, username: string, system = false) => ({
  system,
  createdAt: at(minutes),
  author: { username, bot: username === 'duo' },
});

/** What GraphQL tells of a merge request; `project` stands beside it. */
export const askedRequest = (given: object, settings: object = {}) => ({
  data: {
    project: {
      onlyAllowMergeIfPipelineSucceeds: false,
      ...settings,
      mergeRequest: {
        author: { username: 'ada', bot: false },
        assignees: { nodes: [{ username: 'bob', bot: false }] },
        approvedBy: { nodes: [] },
        headPipeline: { status: 'SUCCESS', finishedAt: at(-25) },
        diffStats: [
          { path: 'src/pay.ts', additions: 40, deletions: 10 },
          { path: 'src/pay.test.ts', additions: 20, deletions: 0 },
          { path: 'yarn.lock', additions: 900, deletions: 400 },
        ],
        diffStatsSummary: { additions: 960, deletions: 410, fileCount: 3 },
        commitCount: 2,
        commits: {
          nodes: [
            commit(
              -40,
              'Test\n\nCo-authored-by: Claude <noreply@anthropic.com>\nReviewed-by: Somebody <somebody@example.org>',
            ),
            commit(-80, 'Charge'),
          ],
        },
        notes: { pageInfo: { hasNextPage: false }, nodes: [] },
        ...given,
      },
    },
  },
});
