import { BlockList, isIP, isIPv6 } from 'node:net';

/** How far an address reaches, the farthest first: the internet; a private network; one machine, link or purpose, and nothing that anybody outside should lead us to. */
export const reaches = ['public', 'private', 'own'] as const;

/** See `reaches`. */
export type Reach = (typeof reaches)[number];

/** The special-purpose address registries of IANA (RFC 6890), of which private are RFC 1918, RFC 4193 and RFC 6598. */
const privateNets = listOf([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
]);
const ownNets = listOf([
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);
/** Of IPv6 only what is given out is public; within it are documentation, and ways to reach IPv4 by another name. */
const givenOutNets = listOf(['2000::/3']);
const ownWithinNets = listOf(['2001::/23', '2001:db8::/32', '2002::/16']);

/** How far an IP address reaches; what is none reaches nothing. */
export function reachOf(address: string): Reach {
  if (isIP(address) === 0) return 'own';
  // A `BlockList` of IPv4 knows IPv4 addresses that are written as IPv6, too.
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (privateNets.check(address, family)) return 'private';
  if (ownNets.check(address, family)) return 'own';
  if (family === 'ipv4' || /^::ffff:\d+\./i.test(address)) return 'public';
  return givenOutNets.check(address, family) &&
    !ownWithinNets.check(address, family)
    ? 'public'
    : 'own';
}

function listOf(nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address, bits] = net.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
