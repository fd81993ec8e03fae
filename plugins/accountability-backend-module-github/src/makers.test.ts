import { ConfigReader } from '@backstage/config';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { collect, collectExample } from './__testUtils__/collect';
import { lastEvent } from './__testUtils__/lastEvent';
import { withoutContributors } from './__testUtils__/withoutContributors';
import { createGithubSource } from './createGithubSource';

const repository = { full_name: 'Acme/Payments', default_branch: 'main' };
const bot = { login: 'helper[bot]', type: 'Bot' };
const ada = { login: 'Ada-99', type: 'User' };

const requestBody = (given: object) => ({
  action: 'opened',
  pull_request: {
    number: 12,
    state: 'open',
    title: 'Pay faster',
    created_at: '2026-11-23T12:00:00Z',
    base: { ref: 'main' },
    user: ada,
    ...given,
  },
  repository,
});
const ofRequest = (given: object) =>
  lastEvent(collect('pull_request', requestBody(given)));

describe('who made a request', () => {
  it.each([
    {
      given: ada,
      gives: { author: 'github:ada-99', authorKind: 'person' },
    },
    {
      given: bot,
      gives: { author: 'github:helper[bot]', authorKind: 'bot' },
    },
    {
      given: { login: 'Copilot', type: 'Bot' },
      gives: { author: 'github:copilot-swe-agent[bot]', authorKind: 'bot' },
    },
    {
      given: { login: 'renovate-bot', type: 'User' },
      gives: { author: 'github:renovate-bot', authorKind: 'bot' },
    },
    {
      given: { login: 'left', type: 'Mannequin' },
      gives: { author: 'github:left', authorKind: undefined },
    },
    { given: { type: 'User' }, gives: { author: undefined } },
    { given: { login: 'no login' }, gives: { author: undefined } },
    { given: null, gives: { author: undefined, provenance: undefined } },
    { given: 'strange', gives: { author: undefined, provenance: undefined } },
  ])('is $gives.author for $given', ({ given, gives }) => {
    expect(ofRequest({ user: given })).toMatchObject(gives);
  });

  it.each([
    { given: { user: bot, assignees: [bot, ada] }, gives: 'github:ada-99' },
    {
      given: { user: bot, body: 'Requested by: @Ada-99' },
      gives: 'github:ada-99',
    },
    { given: { user: bot, body: 'For @ada' }, gives: undefined },
    { given: { user: ada, assignees: [ada] }, gives: undefined },
  ])('has the sponsor $gives with $given', ({ given, gives }) => {
    expect(ofRequest(given).sponsor).toBe(gives);
  });

  it.each([
    { title: 'pay-7: faster', ref: 'PAY-8/faster', gives: ['PAY-7', 'PAY-8'] },
    { title: 'Faster', ref: 'ada-99/faster', gives: undefined },
    { title: 'Faster', ref: undefined, gives: undefined },
  ])('of $title from $ref has the topics $gives', ({ title, ref, gives }) => {
    expect(ofRequest({ title, head: ref && { ref } }).topics).toEqual(gives);
  });
});

describe('the provenance of a request', () => {
  it('is of the request alone, and names neither its branch nor people', () => {
    const collected = collectExample(
      'a machine asks for a change for somebody',
    );

    expect(lastEvent(collected)).toMatchObject({
      author: 'github:robot[bot]',
      sponsor: 'github:anybody',
      topics: ['PAY-7'],
      provenance: {
        level: 'declared',
        tools: ['Devin', 'OpenAI Codex'],
        commits: 0,
        evidence: [
          { marker: 'devin.request' },
          { marker: 'codex.branch', text: 'codex/' },
        ],
      },
    });
    expect(withoutContributors(collected)).not.toMatch(/anybody|somebody/);
  });

  it('is read by the markers that configuration has in force', () => {
    const source = createGithubSource(
      ['secret'],
      new ConfigReader({
        accountability: {
          provenance: {
            markers: [
              {
                id: 'acme.label',
                tool: 'Acme Writer',
                channel: 'label',
                match: ['^written$'],
                role: 'author',
                level: 'declared',
                source: 'our handbook',
              },
            ],
          },
        },
      }),
    );

    const collected = source.collect(
      incoming({
        headers: { 'x-github-event': 'pull_request' },
        body: requestBody({ labels: [{ name: 'written' }] }),
      }),
    );

    expect(lastEvent(collected)).toMatchObject({
      provenance: { tools: ['Acme Writer'] },
    });
  });

  it('is found at both ends of a long text', () => {
    const long = 'x'.repeat(60_000);
    const footer = '🤖 Generated with [Claude Code](https://claude.com)';

    expect(ofRequest({ body: `${long}\n${footer}` })).toMatchObject({
      provenance: { level: 'declared' },
    });
  });
});

describe('who made a push', () => {
  const listed = { added: [], removed: [], modified: [] };
  const ofPush = (given: { last?: object; commits?: object[] }) => {
    const last = {
      message: 'Mend it',
      timestamp: '2026-11-20T10:00:00Z',
      author: { name: 'Ada', email: 'ada@acme.example', username: 'Ada' },
      ...listed,
      ...given.last,
    };
    return collect('push', {
      ref: 'refs/heads/main',
      after: '5'.repeat(40),
      commits: [...(given.commits ?? []), last],
      head_commit: last,
      repository: { ...repository, pushed_at: 1795436400 },
    });
  };

  it.each([
    {
      given: { username: 'Ada', email: 'a@acme.example' },
      gives: ['github:ada', 'person'],
    },
    {
      given: { email: 'Ada@acme.example' },
      gives: ['email:ada@acme.example', undefined],
    },
    {
      given: { email: '7+ada@users.noreply.github.com' },
      gives: ['github:ada', 'person'],
    },
    {
      given: { username: 'dependabot[bot]' },
      gives: ['github:dependabot[bot]', 'bot'],
    },
    {
      given: { email: 'noreply@anthropic.com' },
      gives: ['email:noreply@anthropic.com', 'bot'],
    },
    {
      given: { email: 'release-bot@acme.example' },
      gives: ['email:release-bot@acme.example', 'bot'],
    },
    { given: {}, gives: [undefined, undefined] },
  ])('with the last commit by $given is $gives', ({ given, gives }) => {
    const { author, authorKind } = lastEvent(
      ofPush({ last: { author: { name: 'Ada', ...given } } }),
    );

    expect([author, authorKind]).toEqual(gives);
  });

  it('tells the paths of all of its commits, and of none where one does not list them', () => {
    const first = { ...listed, message: 'a', added: ['a.ts', 'b.ts'] };
    const last = { modified: ['b.ts'], removed: ['c.ts'] };

    expect(lastEvent(ofPush({ commits: [first], last })).paths).toEqual([
      'a.ts',
      'b.ts',
      'c.ts',
    ]);
    expect(
      lastEvent(ofPush({ commits: [{ message: 'a' }], last })),
    ).not.toHaveProperty('paths');
  });

  it('tells what the markers on its commits say, and whom none of them names', () => {
    const marked = {
      message: 'Pay\n\nCo-Authored-By: Claude <noreply@anthropic.com>',
      author: { name: 'Cyd Example', email: 'cyd@acme.example' },
    };

    const collected = ofPush({ commits: [marked] });

    expect(lastEvent(collected)).toMatchObject({
      provenance: { level: 'declared', fraction: 0.5, commits: 2 },
    });
    expect(withoutContributors(collected)).not.toMatch(
      /cyd|ada|acme\.example/i,
    );
  });

  it.each([
    { given: 'a commit has no message', commits: [{}] },
    { given: 'there are hundreds', commits: Array(250).fill({ message: 'a' }) },
  ])('does not tell of markers where $given', ({ commits }) => {
    expect(lastEvent(ofPush({ commits })).provenance).toBeUndefined();
  });

  it('by a machine is for the person who wrote it with it', () => {
    const message =
      'Pay\n\nCo-authored-by: Ben <9+ben@users.noreply.github.com>';
    const last = { message, author: { username: 'copilot-swe-agent[bot]' } };

    expect(lastEvent(ofPush({ last })).sponsor).toBe('github:ben');
  });
});

describe('what went round a ruleset', () => {
  const suite = {
    after_sha: '2'.repeat(40),
    ref: 'refs/heads/main',
    pushed_at: '2026-11-23T12:15:00Z',
    result: 'bypass',
  };

  it('is told of the push, which has the commit of the request', () => {
    const { record, sha, bypassed } = lastEvent(
      collectExample('the merge of a request went round a ruleset'),
    );

    expect({ record, sha, bypassed }).toEqual({
      record: `github:push:acme/payments:${'2'.repeat(40)}`,
      sha: lastEvent(
        collectExample('a request is merged, told before it was opened'),
      ).sha,
      bypassed: ['ruleset'],
    });
  });

  it.each([
    { given: { ref: 'refs/heads/ada' }, because: /default one/ },
    { given: { result: 'fail' }, because: /refused/ },
    { given: { after_sha: '0'.repeat(40) }, because: /deleted/ },
    { given: { after_sha: 'main' }, because: /no commit/ },
  ])('is nothing with $given', ({ given, because }) => {
    expect(
      collect('poll.rule_suite', {
        rule_suite: { ...suite, ...given },
        repository,
      }),
    ).toEqual({
      status: 'ignored',
      because: expect.stringMatching(because),
    });
  });
});
