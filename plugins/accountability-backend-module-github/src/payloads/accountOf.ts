import { Account } from './account';

const BOT = /\[bot\]$/i;

/** Accounts of tools that webhooks call by another name than commits and GraphQL do. */
const renamed = new Map([['copilot', 'copilot-swe-agent']]);

/**
 * The login of an account in one form: webhooks write `dependabot[bot]`, and
 * GraphQL `dependabot`. Undefined where nobody is named.
 */
export function accountOf(
  given: Account | null | undefined,
): string | undefined {
  const login = given?.login;
  if (!login || given?.type !== 'Bot') return login;
  const name = login.replace(BOT, '');
  return `${renamed.get(name.toLowerCase()) ?? name}[bot]`;
}
