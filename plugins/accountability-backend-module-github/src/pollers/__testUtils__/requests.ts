import {
  FakeReply,
  FakeRequest,
} from 'backstage-plugin-accountability-node/testUtils';
import { at } from './pollGithub';

/** A person, so named that a leak shows. */
export const person = (login: string) => ({ __typename: 'User', login });

/** A machine; GraphQL names it without its mark. */
export const machine = { __typename: 'Bot', login: 'reviewer' };

/** A commit as GraphQL tells it, written by somebody. */
export const commit = (given: object = {}) => ({
  commit: {
    oid: '1'.repeat(40),
    message: 'Charge less often',
    additions: 5,
    deletions: 1,
    authoredDate: at(-300),
    committedDate: at(-200),
    author: { name: 'Some Body', email: 'some.body@example.org' },
    committer: { name: 'Some Body', email: 'some.body@example.org' },
    ...given,
  },
});

/** The commits of a request. */
export const commits = (...nodes: object[]) => ({
  commits: { totalCount: nodes.length, nodes },
});

/** A review as GraphQL tells it; 40 minutes before noon where not said otherwise. */
export const review = (
  state: string,
  author: object | null,
  given: object = {},
) => ({
  state,
  author,
  submittedAt: at(-40),
  body: '',
  comments: { totalCount: 0 },
  ...given,
});

/** All reviews of a request. */
export const reviewed = (...nodes: object[]) => ({
  reviews: { pageInfo: { hasNextPage: false }, nodes },
});

/** A request as GraphQL tells it, merged half an hour before noon. */
export const pullRequest = (given: object = {}) => ({
  id: 'PR_12',
  number: 12,
  title: 'PAY-7: charge less often, for @somebody',
  body: 'For @somebody, some.body@example.org',
  url: 'https://github.com/acme/payments/pull/12',
  createdAt: at(-120),
  updatedAt: at(-20),
  closedAt: at(-30),
  mergedAt: at(-30),
  baseRefName: 'main',
  headRefName: 'hotfix/somebody',
  headRefOid: '7'.repeat(40),
  additions: 10,
  deletions: 2,
  changedFiles: 1,
  author: person('somebody'),
  assignees: { nodes: [] },
  labels: { nodes: [{ name: 'bug' }] },
  mergeCommit: {
    oid: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    authoredDate: at(-30),
    parents: { totalCount: 1 },
  },
  files: { nodes: [{ path: 'src/pay.ts', additions: 10, deletions: 2 }] },
  ...commits(commit(), commit({ oid: '2'.repeat(40) })),
  last: { nodes: [{ commit: { committedDate: at(-60) } }] },
  ...reviewed(),
  ...given,
});

/** Answers both questions about requests, so many to a page. */
export function answering(
  requests: readonly { id: string }[],
  perPage = requests.length,
): (request: FakeRequest) => FakeReply {
  return ({ body }) => {
    const { ids, after } = JSON.parse(body).variables;
    if (ids) {
      const nodes = requests.filter(({ id }) => ids.includes(id));
      return { body: { data: { nodes } } };
    }
    const from = Number(after ?? 0);
    const hasNextPage = from + perPage < requests.length;
    const pullRequests = {
      pageInfo: { hasNextPage, endCursor: String(from + perPage) },
      nodes: requests.slice(from, from + perPage),
    };
    return { body: { data: { repository: { pullRequests } } } };
  };
}
