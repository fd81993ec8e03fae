import { contributorOf, isMachine } from 'backstage-plugin-accountability-node';
import { Account } from './account';
import { accountKind } from './accountKind';

const CO_AUTHOR =
  /^Co-authored-by:[^<\n]*<(?<address>(?:\d+\+)?(?<login>[\w.-]+(?:\[bot\])?)@users\.noreply\.github\.com)>/gim;

/** As agents sign requests; a mention, and no e-mail address. */
const REQUESTED =
  /^[\s*_>-]*Requested by\b[^@\n]{0,200}(?<![\w.])@(?<login>[a-z\d](?:[a-z\d-]{0,38}))(?![\w-]|\.\w)/im;

/** What tells for whom a machine wrote something. */
export interface Sponsoring {
  /** Messages of its commits. */
  messages?: readonly string[];
  assignees?: readonly Account[];
  /** What the request says of itself. */
  body?: string | null;
}

/**
 * The person for whom a machine wrote a change: who wrote it with it, else who
 * was assigned to it first, else who is named as having asked for it. Undefined
 * where nobody is: that a request has no sponsor is not known.
 */
export function sponsorOf(given: Sponsoring): string | undefined {
  return contributorOf(
    'github',
    coAuthorIn(given.messages ?? []) ??
      given.assignees?.find(one => accountKind(one) === 'person')?.login ??
      REQUESTED.exec(given.body ?? '')?.groups?.login,
  );
}

function coAuthorIn(messages: readonly string[]): string | undefined {
  return messages
    .flatMap(message => [...message.matchAll(CO_AUTHOR)])
    .map(({ groups = {} }) => groups)
    .find(({ address: email }) => !isMachine({ email }))?.login;
}
