import { ChangeProvenance } from 'backstage-plugin-accountability-common';
import { GivenCommit, Detect } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';

/** A push of more is an import of history, and its commits are too many to read while GitHub waits. */
const MOST_READ = 250;

/** What the markers on the commits of a push say; undefined where one of them has no message. */
export function pushedProvenance(
  commits: readonly CommitPayload[],
  given: { at: number; detect: Detect },
): ChangeProvenance | undefined {
  if (commits.length > MOST_READ) return undefined;
  const read = commits.flatMap(commit => toCommit(commit, given.at) ?? []);
  return read.length === commits.length
    ? given.detect({ at: given.at, commits: read })
    : undefined;
}

function toCommit(
  { message, timestamp, author, committer }: CommitPayload,
  pushedAt: number,
): GivenCommit | undefined {
  if (message === undefined) return undefined;
  return {
    at: timestamp ? Date.parse(timestamp) : pushedAt,
    author: toText(author),
    committer: toText(committer),
    message,
  };
}

function toText(actor: CommitPayload['author']): string | undefined {
  return actor && `${actor.name ?? ''} <${actor.email ?? ''}>`;
}
