import { epochOf, GivenCommit } from 'backstage-plugin-accountability-node';
import { RequestDetails } from '../payloads/requestDetails';
import { AskedCommit, AskedRequest } from './requestQuery';

/** The commits of a request as markers are looked for in them; none where one of them lacks something. */
export function commitsOf({ commits }: AskedRequest): GivenCommit[] {
  const nodes = commits?.nodes ?? [];
  const read = nodes.flatMap(commit => {
    const at = epochOf(commit.committedDate);
    const { message, authorName, authorEmail } = commit;
    if (typeof message !== 'string' || at === undefined) return [];
    return [
      { at, author: `${authorName ?? ''} <${authorEmail ?? ''}>`, message },
    ];
  });
  return read.length === nodes.length ? read : [];
}

/** Whether every commit of a request was told of. */
export function hasAllCommits({ commits, commitCount }: AskedRequest): boolean {
  return commits?.nodes.length === commitCount;
}

/** How many commits there are, and when they were made. */
export function timesOf(asked: AskedRequest): RequestDetails {
  const nodes = asked.commits?.nodes ?? [];
  const authored = instantsIn(nodes.map(one => one.authoredDate));
  const committed = instantsIn(nodes.map(one => one.committedDate));
  return {
    commits: asked.commitCount ?? undefined,
    ...(hasAllCommits(asked) && {
      firstAuthoredAt: authored.at(0),
      firstCommitAt: committed.at(0),
    }),
    headCommitAt: committed.at(-1),
  };
}

function instantsIn(times: AskedCommit['committedDate'][]): string[] {
  return times
    .flatMap(time => epochOf(time) ?? [])
    .sort((a, b) => a - b)
    .map(at => new Date(at).toISOString());
}
