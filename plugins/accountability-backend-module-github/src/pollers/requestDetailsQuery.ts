/** Requests that are asked about at once. */
export const mostRequestsAtOnce = 5;

/**
 * All that is read of a pull request: at most 361 nodes, 1,805 in a question
 * about five of 500,000 that GitHub allows, and by its rule of counting lists
 * no more than six points of the quota. Names and addresses of the authors of
 * commits are compared with markers of tools, and never leave the poller.
 */
export const requestDetailsQuery = `
query($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on PullRequest {
      number title body url
      createdAt updatedAt closedAt mergedAt
      baseRefName headRefName headRefOid
      additions deletions changedFiles
      author { __typename login }
      assignees(first: 10) { nodes { __typename login } }
      labels(first: 50) { nodes { name } }
      mergeCommit { oid authoredDate parents { totalCount } }
      files(first: 100) { nodes { path additions deletions } }
      commits(first: 100) {
        totalCount
        nodes {
          commit {
            oid message additions deletions authoredDate committedDate
            author { name email }
            committer { name email }
          }
        }
      }
      last: commits(last: 1) { nodes { commit { committedDate } } }
      reviews(first: 100) {
        pageInfo { hasNextPage }
        nodes {
          state submittedAt body
          author { __typename login }
          comments { totalCount }
        }
      }
    }
  }
}`;
