import { lookup } from 'node:dns/promises';
import { Reach, reachOf, reaches } from './reachOf';

/** Gives the IP addresses of a host name; rejects where there are none. */
export type Resolve = (hostname: string) => Promise<string[]>;

/** As the system resolves names. */
export const systemResolve: Resolve = async hostname => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
};

/**
 * Why a redirect is not followed; undefined where it is. The address that is
 * configured is trusted as it is. What it leads to may be written by whoever
 * took over the host: it must be http, as safe, and must not lead from outside
 * into our own network.
 */
export async function whyNotFollow(
  from: URL,
  to: URL,
  resolve: Resolve,
): Promise<string | undefined> {
  if (!/^https?:$/.test(to.protocol)) return `to ${to.protocol} and not http`;
  if (to.username !== '' || to.password !== '') return 'to a user and password';
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    return `to ${to.host} without encryption`;
  }
  if (from.origin === to.origin) return undefined;
  const [start, end] = await Promise.all([
    nearestOf(from, resolve),
    nearestOf(to, resolve),
  ]);
  return reaches.indexOf(end) > reaches.indexOf(start)
    ? `to ${to.host} in our own network`
    : undefined;
}

/** Of several addresses of a host the one that reaches least far: any may be taken. */
async function nearestOf(url: URL, resolve: Resolve): Promise<Reach> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const found = (await resolve(hostname)).map(reachOf);
  return [...reaches].reverse().find(reach => found.includes(reach)) ?? 'own';
}
