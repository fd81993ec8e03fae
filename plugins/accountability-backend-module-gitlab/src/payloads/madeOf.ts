import { isHotfix, Detect } from 'backstage-plugin-accountability-node';
import { RequestPayload } from './requestPayload';
import { topicsIn } from './topicsIn';
import { writtenBy } from './writtenBy';

/**
 * Who asked for a request, and what it says of itself. GitLab sends the number
 * of its author, and names only who acts, is assigned or reviews: any other
 * author stays unknown.
 */
export function madeOf(payload: RequestPayload, detect: Detect) {
  const { object_attributes: request, user, assignees, reviewers } = payload;
  const people = [user ?? [], assignees ?? [], reviewers ?? []].flat();
  const author =
    request.author_id === undefined
      ? undefined
      : people.find(one => one.id === request.author_id && one.username);
  const labels = (request.labels ?? []).map(({ title }) => title);
  const provenance = detect({
    at: Date.parse(request.updated_at ?? request.created_at),
    commits: [],
    author: author?.username,
    text: request.description,
    branch: request.source_branch,
    labels,
  });
  // Found without its author, "nothing" must not undo what an earlier event found.
  const isTold = author !== undefined || provenance.evidence.length > 0;
  return {
    ...writtenBy(author, assignees ?? []),
    hotfix: isHotfix([request.source_branch, ...labels]),
    topics: topicsIn([request.title, request.source_branch], people),
    provenance: isTold ? provenance : undefined,
  };
}
