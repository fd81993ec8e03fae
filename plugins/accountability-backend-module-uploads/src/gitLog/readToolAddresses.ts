import {
  contributorOf,
  ProvenanceMarker,
} from 'backstage-plugin-accountability-node';

const BOT = /\[bot\]@/i;

/** Makes the test whether an address is a machine's, as far as the markers and the address itself tell. */
export function readToolAddresses(
  markers: readonly ProvenanceMarker[],
): (email: string) => boolean {
  const known = new Set(
    markers
      .filter(({ channel }) => channel === 'author' || channel === 'co-author')
      .flatMap(({ match }) => match)
      .flatMap(
        one => contributorOf(one.includes('@') ? 'email' : 'github', one) ?? [],
      ),
  );
  return email =>
    BOT.test(email) || known.has(contributorOf('email', email) ?? '');
}
