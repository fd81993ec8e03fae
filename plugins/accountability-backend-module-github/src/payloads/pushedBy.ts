import { contributorOf, isMachine } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';
import { sponsorOf } from './sponsorOf';

/** Who wrote the last commit of a push, and for whom where a machine did. Whether one who is known by an address alone is a person nobody says. */
export function pushedBy(last: CommitPayload | undefined) {
  const { username, email } = last?.author ?? {};
  const author = username
    ? contributorOf('github', username)
    : contributorOf('email', email);
  if (author === undefined) return {};
  const isBot = isMachine({ host: 'github', name: username, email });
  return {
    author,
    authorKind: isBot ? ('bot' as const) : kindOf(author),
    sponsor: isBot ? sponsorOf({ messages: [last?.message ?? ''] }) : undefined,
  };
}

/** GitHub knows whose account an address is, or gave the address out itself. */
function kindOf(author: string): 'person' | undefined {
  return author.startsWith('github:') ? 'person' : undefined;
}
