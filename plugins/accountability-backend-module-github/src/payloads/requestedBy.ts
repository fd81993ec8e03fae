import { contributorOf } from 'backstage-plugin-accountability-node';
import { accountKind } from './accountKind';
import { accountOf } from './accountOf';
import { PullRequestPayload } from './changeEvents';
import { sponsorOf } from './sponsorOf';

/** Who asked for a change, and for whom where that was a machine. */
export function requestedBy({
  user,
  assignees,
  body,
}: PullRequestPayload['pull_request']) {
  const authorKind = accountKind(user);
  return {
    author: contributorOf('github', accountOf(user)),
    authorKind,
    sponsor: authorKind === 'bot' ? sponsorOf({ assignees, body }) : undefined,
  };
}
