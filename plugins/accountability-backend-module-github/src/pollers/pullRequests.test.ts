import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';
import {
  answering,
  person,
  pullRequest,
  review,
  reviewed,
} from './__testUtils__/requests';

describe('polled pull requests', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it('are the records that webhooks tell of, with all that is known of their merge', async () => {
    github.answer(
      answering([pullRequest(reviewed(review('APPROVED', person('anybody'))))]),
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
            title: 'PAY-7: charge less often, for @…',
            author: 'github:somebody',
            authorKind: 'person',
            approvals: 1,
            reviews: [
              {
                by: 'github:anybody',
                kind: 'person',
                verdict: 'approve',
                at: noon - 40 * 60_000,
                comments: 0,
              },
            ],
            branch: 'main',
            defaultBranch: true,
            hotfix: true,
            topics: ['PAY-7'],
            firstAuthoredAt: noon - 300 * 60_000,
            firstCommitAt: noon - 200 * 60_000,
            headSha: '7'.repeat(40),
            headCommitAt: noon - 60 * 60_000,
            mergeMethod: 'squash',
            commits: 2,
            files: 1,
            additions: 10,
            deletions: 2,
            paths: ['src/pay.ts'],
            code: { files: 1, sources: 1, tests: 0, additions: 10 },
            provenance: { tools: [], commits: 2 },
          },
        ],
      },
    ]);
    expect(steps).toMatchObject([
      { newest: noon - 20 * 60_000, next: undefined },
    ]);
  });

  it('are asked for with the GraphQL of the host, by their repository', async () => {
    github.answer(answering([pullRequest()]));

    await github.poll('pull_requests');

    const [, listed, detailed] = github.host.requests;
    expect([listed.path, detailed.path]).toEqual([
      '/api/graphql',
      '/api/graphql',
    ]);
    expect(JSON.parse(listed.body)).toMatchObject({
      variables: { owner: 'acme', name: 'payments', after: null },
    });
    expect(JSON.parse(detailed.body)).toMatchObject({
      query: expect.stringContaining('reviews'),
      variables: { ids: ['PR_12'] },
    });
  });

  it('that did not change since are asked about no further', async () => {
    github.answer(answering([pullRequest({ updatedAt: at(-90) })]));

    expect(await github.poll('pull_requests')).toMatchObject([
      { deliveries: [], newest: noon - 90 * 60_000 },
    ]);
    expect(github.asked()).toHaveLength(1);
  });

  it('are asked about five at once', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      pullRequest({ id: `PR_${index}`, number: index + 1 }),
    );
    github.answer(answering(many));

    const steps = await github.poll('pull_requests');

    expect(deliveriesIn(steps)).toHaveLength(12);
    expect(github.asked()).toHaveLength(1 + 3);
  });

  it('are walked until they are old, from where a pass stopped', async () => {
    const each = (number: number, given: object = {}) =>
      pullRequest({ id: `PR_${number}`, number, ...given });
    const strange = { id: 'PR_5', number: 'strange', updatedAt: at(-25) };
    const all = [
      each(1, { updatedAt: null }),
      each(2),
      strange,
      each(4, { updatedAt: at(-90) }),
      each(6, { updatedAt: at(-95) }),
    ];
    github.answer(answering(all, 2));

    const whole = await github.poll('pull_requests');
    const rest = await github.poll('pull_requests', { cursor: '1' });

    const numbers = (steps: typeof whole) =>
      deliveriesIn(steps).map(({ key }) => key.split('/').pop());
    expect(numbers(whole)).toEqual(['1', '2']);
    expect(whole).toHaveLength(2);
    expect(numbers(rest)).toEqual(['2']);
  });

  const limit = {
    errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }],
  };
  it.each([
    { given: 'a used up quota', body: limit, gives: { kind: 'limited' } },
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

  it('end with a fault where the quota is used up between two questions', async () => {
    const answer = answering([pullRequest()]);
    github.answer(request =>
      JSON.parse(request.body).variables.ids
        ? { body: limit }
        : answer(request),
    );

    expect(await github.poll('pull_requests')).toMatchObject([
      { status: 'fault', fault: { kind: 'limited' } },
    ]);
  });
});
