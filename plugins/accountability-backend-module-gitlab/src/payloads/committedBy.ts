import { contributorOf, IsMachine } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';
import { contributorIn } from './contributorIn';

/** An address that GitLab gives out itself: `12-ada@users.noreply.gitlab.com`. */
const ACCOUNT =
  /^\d+-(?<username>[^@]+)@users\.noreply\.(?!github\.com$)[\w.-]+$/i;

/** Who wrote a commit, by its address. Whether that is a person GitLab says only of addresses of its own. */
export function committedBy(
  commit: CommitPayload | undefined,
  isMachine: IsMachine,
): { author?: string; authorKind?: 'person' | 'bot' } {
  const email = commit?.author?.email?.trim();
  if (!email) return {};
  const username = ACCOUNT.exec(email)?.groups?.username;
  if (username) {
    const { by: author, kind: authorKind } = contributorIn({ username });
    return { author, authorKind };
  }
  const at = Date.parse(commit?.timestamp ?? '') || undefined;
  return {
    author: contributorOf('email', email),
    authorKind: isMachine({ email, at }) ? 'bot' : undefined,
  };
}
