import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { epochOf } from 'backstage-plugin-accountability-node';
import { RequestDetails } from './requestDetails';

/**
 * How a request was merged. A rebase keeps when a commit was written, and a
 * squash is written when it is merged. Undefined where a commit came as it
 * stands, or not all commits are known.
 */
export function mergeMethodOf({
  mergeCommit,
  commits,
}: RequestDetails): ChangeRecord['mergeMethod'] {
  const parents = mergeCommit?.parents?.totalCount;
  if (!mergeCommit || !parents) return undefined;
  if (parents > 1) return 'merge';
  const written = epochOf(mergeCommit.authoredDate);
  const read = commits.nodes.map(({ commit }) => commit);
  if (written === undefined || read.length === 0) return undefined;
  if (read.some(({ oid }) => oid === mergeCommit.oid)) return undefined;
  if (read.some(({ authoredDate }) => epochOf(authoredDate) === written)) {
    return 'rebase';
  }
  return read.length === commits.totalCount ? 'squash' : undefined;
}
