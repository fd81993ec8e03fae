import { contributorOf, Detect } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';
import { contributorIn } from './contributorIn';
import { isMachine } from './isMachine';

/** An address that GitLab gives out itself: `12-ada@users.noreply.gitlab.com`. */
const ACCOUNT =
  /^\d+-(?<username>[^@]+)@users\.noreply\.(?!github\.com$)[\w.-]+$/i;

/** Who wrote a commit, by its address. Whether that is a person GitLab says only of addresses of its own. */
export function committedBy(
  commit: CommitPayload | undefined,
  detect: Detect,
): { author?: string; authorKind?: 'person' | 'bot' } {
  const email = commit?.author?.email?.trim();
  if (!email) return {};
  const username = ACCOUNT.exec(email)?.groups?.username;
  if (username) {
    const { by: author, kind: authorKind } = contributorIn({ username });
    return { author, authorKind };
  }
  const at = Date.parse(commit?.timestamp ?? '') || 0;
  const marks = detect({
    at,
    commits: [{ at, author: `<${email}>`, message: '' }],
  });
  const isTool =
    isMachine(email.split('@')[0]) ||
    marks.automation ||
    marks.level !== undefined;
  return {
    author: contributorOf('email', email),
    authorKind: isTool ? 'bot' : undefined,
  };
}
