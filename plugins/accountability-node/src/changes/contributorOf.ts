import { readIdentity } from '../provenance/readIdentity';

const LONGEST = 250;

/**
 * A contributor as record events name one: `github:octocat`. Source `email` is
 * for the addresses of commits; those that GitHub gives out name an account.
 * Undefined where there is no name. Names never tell upper from lower case.
 */
export function contributorOf(
  source: string,
  name: string | null | undefined,
): string | undefined {
  const given = name?.trim().toLowerCase();
  if (!given || given.length > LONGEST || /[\p{Cc}\p{Cs}]/u.test(given)) {
    return undefined;
  }
  const account =
    source === 'email' ? readIdentity(`<${given}>`).account : undefined;
  return account ? `github:${account}` : `${source}:${given}`;
}
