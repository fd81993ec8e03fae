/**
 * Merged and closed pull requests with how they were reviewed, the latest
 * first. Nobody is named: of authors only whether they are machines. GitHub
 * lets no author approve their own, so approvals are others'.
 */
export const pullRequestsQuery = `
query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(
      first: 50
      after: $after
      states: [MERGED, CLOSED]
      orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url
        createdAt updatedAt closedAt mergedAt
        baseRefName
        mergeCommit { oid }
        additions deletions changedFiles
        headRefName
        commits(last: 1) { totalCount nodes { commit { committedDate } } }
        first: commits(first: 1) { nodes { commit { authoredDate committedDate } } }
        labels(first: 50) { nodes { name } }
        author { __typename }
        latestOpinionatedReviews(first: 100) {
          pageInfo { hasNextPage }
          nodes { state submittedAt author { __typename } }
        }
      }
    }
  }
}`;
