import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const person = { __typename: 'User', login: 'somebody' };
const machine = { __typename: 'Bot', login: 'reviewer' };
const review = (state: string, author: object | null, minutes?: number) => ({
  state,
  author,
  submittedAt: at(minutes ?? -40),
});
const reviewed = (...nodes: object[]) => ({
  latestOpinionatedReviews: { pageInfo: { hasNextPage: false }, nodes },
});
const pullRequest = (given: object = {}) => ({
  number: 12,
  title: 'Charge twice less often',
  body: 'For @somebody',
  url: 'https://github.com/acme/payments/pull/12',
  createdAt: at(-120),
  updatedAt: at(-20),
  closedAt: at(-30),
  mergedAt: at(-30),
  baseRefName: 'main',
  mergeCommit: { oid: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e' },
  additions: 10,
  deletions: 2,
  changedFiles: 3,
  headRefName: 'hotfix/somebody',
  commits: { totalCount: 4, nodes: [{ commit: { committedDate: at(-60) } }] },
  first: {
    nodes: [{ commit: { authoredDate: at(-300), committedDate: at(-200) } }],
  },
  labels: { nodes: [{ name: 'bug' }] },
  author: person,
  ...reviewed(),
  ...given,
});
const page = (nodes: unknown[], endCursor?: string) => ({
  body: {
    data: {
      repository: {
        pullRequests: {
          pageInfo: { hasNextPage: endCursor !== undefined, endCursor },
          nodes,
        },
      },
    },
  },
});

describe('polled pull requests', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  const approvalsOf = async (given: object) => {
    github.answer(() => page([pullRequest(given)]));
    const [collected] = collectedIn(await github.poll('pull_requests'));
    return collected.status === 'accepted'
      ? collected.events.map(event =>
          event.kind === 'change' ? event.approvals : 'none',
        )
      : collected;
  };

  it('are the records that webhooks tell of, with all approvals', async () => {
    github.answer(() =>
      page([pullRequest(reviewed(review('APPROVED', person)))]),
    );

    const steps = await github.poll('pull_requests');

    const same = {
      kind: 'change',
      record: 'github:change:acme/payments:12',
      subject: 'github:acme/payments',
    };
    expect(collectedIn(steps)).toMatchObject([
      {
        status: 'accepted',
        events: [
          { ...same, state: 'opened', at: noon - 120 * 60_000 },
          { ...same, state: 'merged', at: noon - 30 * 60_000 },
          {
            ...same,
            state: 'merged',
            at: noon - 20 * 60_000,
            title: 'Charge twice less often',
            approvals: 1,
            branch: 'main',
            defaultBranch: true,
            hotfix: true,
            firstAuthoredAt: noon - 300 * 60_000,
            firstCommitAt: noon - 200 * 60_000,
            headCommitAt: noon - 60 * 60_000,
            commits: 4,
            files: 3,
            additions: 10,
            deletions: 2,
          },
        ],
      },
    ]);
    expect(JSON.stringify(collectedIn(steps))).not.toContain('somebody');
    expect(steps).toMatchObject([
      { newest: noon - 20 * 60_000, next: undefined },
    ]);
  });

  it('are asked for with the GraphQL of the host, by their repository', async () => {
    github.answer(() => page([]));

    await github.poll('pull_requests');

    const [, asked] = github.host.requests;
    expect(asked.path).toBe('/api/graphql');
    expect(JSON.parse(asked.body)).toMatchObject({
      query: expect.stringContaining('latestOpinionatedReviews'),
      variables: { owner: 'acme', name: 'payments', after: null },
    });
    // Of a person it is asked whether it is one, and nothing else.
    expect(asked.body).not.toMatch(/login|email|author { (?!__typename })/);
  });

  it.each([
    { given: 'no review', reviews: [], gives: 0 },
    {
      given: 'two people and a machine',
      reviews: [
        review('APPROVED', person),
        review('APPROVED', person),
        review('APPROVED', machine),
      ],
      gives: 2,
    },
    {
      given: 'other verdicts',
      reviews: [
        review('CHANGES_REQUESTED', person),
        review('DISMISSED', person),
        review('CHANGES_REQUESTED', null),
      ],
      gives: 0,
    },
    {
      given: 'an approval after the merge',
      reviews: [review('APPROVED', person), review('APPROVED', person, -29)],
      gives: 1,
    },
    {
      given: 'an account that is gone',
      reviews: [review('APPROVED', person), review('APPROVED', null)],
      gives: undefined,
    },
  ])('count $gives approvals with $given', async ({ reviews, gives }) => {
    expect(await approvalsOf(reviewed(...reviews))).toEqual([
      undefined,
      undefined,
      gives,
    ]);
  });

  it('do not count what they cannot count', async () => {
    const many = {
      latestOpinionatedReviews: {
        pageInfo: { hasNextPage: true },
        nodes: [review('APPROVED', person)],
      },
    };

    expect(await approvalsOf(many)).not.toContain(1);
    expect(await approvalsOf({ latestOpinionatedReviews: null })).not.toContain(
      0,
    );
  });

  it('that were closed count no approvals', async () => {
    const closed = { mergedAt: null, mergeCommit: null };
    github.answer(() => page([pullRequest(closed)]));

    expect(collectedIn(await github.poll('pull_requests'))).toMatchObject([
      {
        events: [
          { state: 'opened' },
          { state: 'closed', at: noon - 30 * 60_000 },
          { state: 'closed', approvals: undefined },
        ],
      },
    ]);
  });

  it('are walked until they are old, from where a pass stopped', async () => {
    const pages: Record<string, ReturnType<typeof page>> = {
      first: page([pullRequest({ number: 1, updatedAt: null })], 'second'),
      second: page([pullRequest({ number: 2 })], 'third'),
      third: page(
        [
          pullRequest({ number: 3 }),
          pullRequest({ number: 4, updatedAt: at(-90) }),
          { number: 'strange' },
        ],
        'fourth',
      ),
    };
    github.answer(
      ({ body }) => pages[JSON.parse(body).variables.after ?? 'first'],
    );

    const all = await github.poll('pull_requests');
    const rest = await github.poll('pull_requests', { cursor: 'third' });

    const numbers = (steps: typeof all) =>
      deliveriesIn(steps).map(({ key }) => key.split('/').pop());
    expect(numbers(all)).toEqual(['1', '2', '3']);
    expect(numbers(rest)).toEqual(['3']);
  });

  it.each([
    {
      given: 'a used up quota',
      body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }] },
      gives: { kind: 'limited' },
    },
    {
      given: 'no permission',
      body: { errors: [{ type: 'FORBIDDEN', message: 'Not accessible' }] },
      gives: { kind: 'refused' },
    },
    {
      given: 'no repository',
      body: { data: { repository: null } },
      gives: { kind: 'unreadable' },
    },
  ])('end with a fault at $given', async ({ body, gives }) => {
    github.answer(() => ({ body }));

    expect(await github.poll('pull_requests')).toMatchObject([
      { status: 'fault', fault: gives },
    ]);
  });
});
