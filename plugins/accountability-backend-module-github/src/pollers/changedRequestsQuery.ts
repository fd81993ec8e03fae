/**
 * Merged and closed pull requests, the latest first, and nothing of them but
 * when they changed: in most passes nothing did, and this costs one point of
 * the quota.
 */
export const changedRequestsQuery = `
query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(
      first: 20
      after: $after
      states: [MERGED, CLOSED]
      orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { id updatedAt }
    }
  }
}`;
