import { ConfigReader } from '@backstage/config';
import {
  FakeHost,
  FakeReply,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { createHosts } from './createHosts';

const { signal } = new AbortController();
const repository = '/api/v3/repos/acme/payments';
const project = '/api/v4/projects/acme%2Fsub%2Fledger';

describe('hosts of integrations', () => {
  let host: FakeHost;
  let replies: Record<string, FakeReply>;

  beforeAll(async () => {
    host = await startFakeHost(
      ({ path }) =>
        replies[path] ?? { status: 404, body: { message: 'Not Found' } },
    );
  });
  beforeEach(() => {
    replies = {};
    host.requests.length = 0;
  });
  afterAll(() => host.close());

  const create = (token?: string) =>
    createHosts(
      new ConfigReader({
        integrations: {
          github: [
            {
              host: 'ghe.acme.example',
              apiBaseUrl: `${host.url}/api/v3`,
              token,
            },
          ],
          gitlab: [
            {
              host: 'gitlab.acme.example',
              apiBaseUrl: `${host.url}/api/v4`,
              baseUrl: 'https://gitlab.acme.example',
              token,
            },
          ],
        },
      }),
    );
  const onGithub = 'https://ghe.acme.example/acme/payments';
  const onGitlab = 'https://gitlab.acme.example/acme/sub/ledger';

  it.each([
    { given: onGithub, gives: 'github' },
    { given: onGitlab, gives: 'gitlab' },
    { given: 'https://github.com/acme/payments', gives: 'github' },
    { given: 'https://gitlab.com/acme/payments', gives: 'gitlab' },
    { given: 'https://bitbucket.org/acme/payments', gives: 'bitbucketCloud' },
    { given: 'https://git.other.example/acme/payments', gives: undefined },
  ])('say that $given is of type $gives', ({ given, gives }) => {
    expect(create().typeOf(given)).toBe(gives);
  });

  it('know what GitHub objects to, in words that name nobody', async () => {
    replies[`${repository}/codeowners/errors`] = {
      body: {
        errors: [
          {
            line: 3,
            column: 1,
            kind: 'Unknown owner',
            source: '* @octocat',
            suggestion: 'make sure @octocat exists',
            message: 'Unknown owner on line 3: make sure @octocat exists',
            path: '.github/CODEOWNERS',
          },
        ],
      },
    };

    const found = await create('secret').findObjections(onGithub, signal);

    expect(found).toEqual([
      {
        line: 3,
        kind: 'Unknown owner',
        because: 'The host says of line 3: Unknown owner.',
      },
    ]);
    expect(host.requests[0].headers.authorization).toBe('Bearer secret');
  });

  it.each([
    { given: 'a host that fails', reply: { status: 500 } },
    { given: 'an answer of another shape', reply: { body: [] } },
    { given: 'a refusal', reply: { status: 403, body: {} } },
  ])('know nothing of $given', async ({ reply }) => {
    replies[`${repository}/codeowners/errors`] = reply;
    replies[repository] = reply.status ? reply : { status: 500 };
    const hosts = create('secret');

    expect(await hosts.findObjections(onGithub, signal)).toBeUndefined();
    expect(await hosts.canRead(onGithub, signal)).toBeUndefined();
  });

  it('ask GitLab for no objections', async () => {
    expect(
      await create('secret').findObjections(onGitlab, signal),
    ).toBeUndefined();
    expect(host.requests).toEqual([]);
  });

  it('ask nobody without credentials', async () => {
    const hosts = create();

    expect(await hosts.canRead(onGithub, signal)).toBeUndefined();
    expect(await hosts.canRead(onGitlab, signal)).toBeUndefined();
    expect(await hosts.findObjections(onGithub, signal)).toBeUndefined();
    expect(host.requests).toEqual([]);
  });

  it.each([
    { url: onGithub, path: repository },
    { url: onGitlab, path: project },
  ])('say whether $url can be read', async ({ url, path }) => {
    const hosts = create('secret');
    expect(await hosts.canRead(url, signal)).toBe(false);
    replies[path] = { body: {} };

    expect(await hosts.canRead(url, signal)).toBe(true);
  });
});
