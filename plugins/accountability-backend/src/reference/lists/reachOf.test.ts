import { reachOf } from './reachOf';

describe('reachOf', () => {
  it.each([
    ['93.184.216.34', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['100.63.255.255', 'public'],
    ['2606:2800:220:1::1', 'public'],
    ['::ffff:93.184.216.34', 'public'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd12:3456::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['127.0.0.1', 'own'],
    ['127.8.8.8', 'own'],
    ['0.0.0.0', 'own'],
    ['169.254.169.254', 'own'],
    ['192.0.0.192', 'own'],
    ['224.0.0.1', 'own'],
    ['255.255.255.255', 'own'],
    ['::1', 'own'],
    ['::', 'own'],
    ['fe80::1', 'own'],
    ['fe80::1%eth0', 'own'],
    ['ff02::1', 'own'],
    ['::ffff:127.0.0.1', 'own'],
    ['::ffff:169.254.169.254', 'own'],
    ['::ffff:a9fe:a9fe', 'own'],
    ['64:ff9b::a9fe:a9fe', 'own'],
    ['2002:7f00:1::1', 'own'],
    ['2001:db8::1', 'own'],
    ['no address', 'own'],
    ['2130706433', 'own'],
  ])('%s reaches %s', (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  });
});
