import { Config, ConfigReader } from '@backstage/config';
import { contributorOf } from '../changes/contributorOf';
import { isValidAt } from './isValidAt';
import { ProvenanceMarker } from './ProvenanceMarker';
import { readIdentity } from './readIdentity';
import { readProvenanceMarkers } from './readProvenanceMarkers';

/** What a source knows of who did something. */
export interface GivenAccount {
  /** Kind of host that the account is of. */
  host?: 'github' | 'gitlab';
  /** As GitHub calls it, `Bot` or `User`; other hosts say `Bot` of what they call so. */
  type?: string | null;
  /** Of the account: `dependabot[bot]`. */
  name?: string | null;
  /** The address that a commit carries. */
  email?: string | null;
  /** Epoch milliseconds; without it a marker counts whenever it is valid. */
  at?: number;
}

/** Whether it is a machine's, as far as that can be told: one may go by the name of a person. */
export type IsMachine = (given: GivenAccount) => boolean;

const BOT = /\[bot\]$/i;

/** Names that a host gives to its own machines, and where it has no type of account those that call themselves bots. */
const machines = {
  github: /^web-flow$/i,
  gitlab:
    /^((project|group)_\d+_bot|service_account_|gitlabduo$|ghost\d*$)|[-_]bot\d*$/i,
};

/**
 * Makes the one test whether an account or an address is a machine's: by the
 * type of the account, by names that only machines have, and by the markers in
 * force, which are those that are known where there is no configuration. Throws
 * `InputError` where that cannot be meant so.
 */
export function createIsMachine(
  config: Config = new ConfigReader({}),
): IsMachine {
  const marked = markedContributors(readProvenanceMarkers(config));
  const isMarked = (contributor: string | undefined, at?: number) =>
    marked
      .get(contributor ?? '')
      ?.some(marker => at === undefined || isValidAt(marker, at)) ?? false;
  return ({ host, type, name, email, at }) =>
    type === 'Bot' ||
    isCalledSo(host, name) ||
    isCalledSo(...callerAt(email)) ||
    // Bots of GitHub keep their names elsewhere.
    isMarked(contributorOf('github', name), at) ||
    isMarked(contributorOf('email', email), at);
}

/** Markers by whom they are of, written or helped alike. A word that no machine took part makes nobody one. */
function markedContributors(
  markers: readonly ProvenanceMarker[],
): Map<string, ProvenanceMarker[]> {
  const marked = new Map<string, ProvenanceMarker[]>();
  for (const marker of markers) {
    const { channel, role, match } = marker;
    const isOfSomebody = channel === 'author' || channel === 'co-author';
    if (!isOfSomebody || role === 'none') continue;
    for (const one of match) {
      const source = one.includes('@') ? 'email' : 'github';
      const contributor = contributorOf(source, one) ?? '';
      marked.set(contributor, [...(marked.get(contributor) ?? []), marker]);
    }
  }
  return marked;
}

function isCalledSo(
  host: GivenAccount['host'],
  given: string | null | undefined,
): boolean {
  const name = given?.trim() ?? '';
  return BOT.test(name) || (host !== undefined && machines[host].test(name));
}

/** Whose account an address is; any other is of no type, and called as those of GitLab are. */
function callerAt(
  email: string | null | undefined,
): ['github' | 'gitlab', string] {
  const { email: address, account } = readIdentity(`<${email ?? ''}>`);
  return account
    ? ['github', account]
    : ['gitlab', address.split('@')[0].replace(/^\d+-/, '')];
}
