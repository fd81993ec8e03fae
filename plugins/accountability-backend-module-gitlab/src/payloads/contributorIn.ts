import { contributorOf } from 'backstage-plugin-accountability-node';
import { Account } from './accountPayload';
import { isMachine } from './isMachine';

/** Whoever is gone: GitLab gives to this one account what all of them did. */
const GONE = /^ghost\d*$/i;

/** Who an account is, and whether a machine; nothing where nobody is named or the account is gone. */
export function contributorIn(account: Account | null | undefined): {
  by?: string;
  kind?: 'person' | 'bot';
} {
  const { username, bot } = account ?? {};
  if (!username || GONE.test(username)) return {};
  return {
    by: contributorOf('gitlab', username),
    kind: bot || isMachine(username) ? 'bot' : 'person',
  };
}
