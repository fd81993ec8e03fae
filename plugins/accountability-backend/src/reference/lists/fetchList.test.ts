import { fetchList } from './fetchList';
import { startListHost } from './__testUtils__/startListHost';

type Host = Awaited<ReturnType<typeof startListHost>>;

/** What names resolve to: the host that is configured is somewhere on the internet. */
const addresses: Record<string, string[]> = {
  localhost: ['93.184.216.34'],
  '127.0.0.1': ['127.0.0.1'],
  'mirror.example': ['10.0.0.5'],
  'metadata.example': ['169.254.169.254'],
  'rebinding.example': ['93.184.216.34', '10.0.0.5'],
};

describe('fetchList', () => {
  let host: Host;
  let other: Host;
  beforeEach(async () => {
    host = await startListHost();
    other = await startListHost();
    other.replies = [{ body: 'taken' }];
  });
  afterEach(async () => {
    await host.close();
    await other.close();
  });

  const redirectTo = (location: string, status = 302) => ({
    status,
    headers: { location },
  });
  const fetchFrom = (url: string, given = addresses) =>
    fetchList(url, undefined, {
      signal: new AbortController().signal,
      sleep: async () => {},
      resolve: async hostname => given[hostname] ?? [],
    });
  /** The host under a name of the internet. */
  const outside = ({ url }: Host) => url.replace('127.0.0.1', 'localhost');

  it.each([301, 302, 303, 307, 308])(
    'follows %s to another place of the host, and to another public one',
    async status => {
      host.replies = [
        redirectTo('/elsewhere', status),
        redirectTo(outside(other), status),
      ];

      const content = await fetchFrom(outside(host));

      expect(content).toMatchObject({ status: 'read' });
      expect(host.asked).toHaveLength(2);
      expect(other.asked).toHaveLength(1);
    },
  );

  it('follows within our own network where the address that is configured lies there', async () => {
    host.replies = [redirectTo(other.url)];

    const content = await fetchFrom(host.url);

    expect(content).toMatchObject({ status: 'read' });
  });

  it.each([
    { given: 'this machine', to: () => other.url },
    { given: 'a private network', to: () => 'http://mirror.example/x' },
    { given: 'the keys of the cloud', to: () => 'http://metadata.example/' },
    {
      given: 'a name of several addresses, one of them private',
      to: () => 'http://rebinding.example/',
    },
    { given: 'a name that is none', to: () => 'http://nowhere.example/' },
    { given: 'a file', to: () => 'file:///etc/passwd' },
    { given: 'a script', to: () => 'data:text/csv,cve' },
    { given: 'a password', to: () => 'http://kim:secret@localhost/' },
  ])('does not follow to $given', async ({ to }) => {
    host.replies = [redirectTo(to())];

    const content = await fetchFrom(outside(host));

    expect(content).toEqual({
      status: 'fault',
      because: expect.stringMatching(
        /^the host redirects to .+, which is not followed; configure the address itself/,
      ),
    });
    expect(host.asked).toHaveLength(1);
    expect(other.asked).toEqual([]);
    expect(JSON.stringify(content)).not.toContain('secret');
  });

  it('does not follow for ever', async () => {
    host.replies = [redirectTo('/list')];

    const content = await fetchFrom(outside(host));

    expect(content).toMatchObject({
      because: expect.stringContaining('in circles'),
    });
    expect(host.asked).toHaveLength(6);
  });
});
