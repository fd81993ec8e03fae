import { provenanceMarkers } from 'backstage-plugin-accountability-node';

/** Accounts and addresses by which tools are known, lower case. */
const tools = new Set(
  provenanceMarkers
    .filter(({ channel }) => channel === 'co-author' || channel === 'author')
    .flatMap(({ match }) => match.map(one => one.toLowerCase())),
);

/** Accounts of tools that have no mark of a bot. */
const accounts = new Set(['copilot', 'web-flow']);

/** Whether a name of an account or an e-mail address is a machine's, as far as it can be told. */
export function isTool(name: string): boolean {
  const known = name.trim().toLowerCase();
  return /\[bot\](@|$)/.test(known) || tools.has(known) || accounts.has(known);
}
