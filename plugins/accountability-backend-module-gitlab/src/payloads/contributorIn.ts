import { contributorOf, isMachine } from 'backstage-plugin-accountability-node';
import { Account } from './accountPayload';

/** Whoever is gone: GitLab gives to this one account what all of them did. */
const GONE = /^ghost\d*$/i;

/** Who an account is, and whether a machine; nothing where nobody is named or the account is gone. */
export function contributorIn(account: Account | null | undefined): {
  by?: string;
  kind?: 'person' | 'bot';
} {
  const { username, bot } = account ?? {};
  if (!username || GONE.test(username)) return {};
  const type = bot ? 'Bot' : undefined;
  return {
    by: contributorOf('gitlab', username),
    kind: isMachine({ host: 'gitlab', type, name: username })
      ? 'bot'
      : 'person',
  };
}
