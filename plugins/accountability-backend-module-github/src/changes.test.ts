import { collect, collectExample } from './__testUtils__/collect';
import { lastEvent } from './__testUtils__/lastEvent';
import { told } from './__testUtils__/told';

const repository = { full_name: 'Acme/Payments', default_branch: 'main' };
const record = 'github:change:acme/payments:12';
const subject = 'github:acme/payments';

const request = {
  number: 12,
  state: 'open',
  title: 'Pay faster',
  body: null,
  html_url: 'https://github.com/Acme/Payments/pull/12',
  created_at: '2026-11-23T12:00:00Z',
  updated_at: '2026-11-23T12:03:00Z',
  closed_at: null,
  merged_at: null,
  merge_commit_sha: '0'.repeat(40),
  base: { ref: 'main' },
  commits: 1,
  additions: 10,
  deletions: 2,
  changed_files: 3,
};
const withRequest = (given: object, action = 'edited') =>
  collect('pull_request', {
    action,
    pull_request: { ...request, ...given },
    repository,
  });

const closed = { state: 'closed', closed_at: '2026-11-23T12:06:00Z' };
const merged = {
  ...closed,
  merged_at: closed.closed_at,
  merge_commit_sha: '2'.repeat(40),
};

describe('a pull request', () => {
  it('is a change with its size, its author and nobody else', () => {
    const attributes = {
      title: 'Pay faster, as @… wished',
      url: request.html_url,
      branch: 'main',
      defaultBranch: true,
      commits: 2,
      additions: 20,
      deletions: 2,
      files: 3,
      author: 'github:somebody',
      authorKind: 'person',
      provenance: {
        tools: [],
        commits: 0,
        automation: false,
        suggestions: false,
        none: false,
        signedByTool: false,
        evidence: [],
      },
    };

    expect(
      collectExample('a request is merged, told before it was opened'),
    ).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'change',
          record,
          subject,
          state: 'opened',
          at: Date.parse('2026-11-23T12:00:00Z'),
        },
        {
          kind: 'change',
          record,
          subject,
          state: 'merged',
          at: Date.parse('2026-11-23T12:15:00Z'),
        },
        {
          kind: 'change',
          record,
          subject,
          ...attributes,
          state: 'merged',
          sha: '2'.repeat(40),
          headSha: '1'.repeat(40),
          at: Date.parse('2026-11-23T12:15:00Z'),
        },
      ],
    });
  });

  it.each([
    { given: 'is open', of: {}, gives: ['opened 12:00', 'opened 12:03'] },
    {
      given: 'is closed',
      of: { ...closed, updated_at: closed.closed_at },
      gives: ['opened 12:00', 'closed 12:06', 'closed 12:06'],
    },
    {
      given: 'is labeled after it was closed',
      of: { ...closed, updated_at: '2026-11-23T12:30:00Z' },
      gives: ['opened 12:00', 'closed 12:06', 'closed 12:30'],
    },
    {
      given: 'is merged',
      of: { ...merged, updated_at: merged.merged_at },
      gives: ['opened 12:00', 'merged 12:06', 'merged 12:06'],
    },
    {
      given: 'is edited after it was merged',
      of: { ...merged, updated_at: '2026-11-23T12:30:00Z' },
      gives: ['opened 12:00', 'merged 12:06', 'merged 12:30'],
    },
    {
      given: 'is merged and does not say when it was updated',
      of: { ...merged, updated_at: undefined },
      gives: ['opened 12:00', 'merged 12:06', 'merged 12:06'],
    },
    {
      given: 'is closed and does not say when',
      of: { state: 'closed' },
      gives: ['rejected'],
    },
    {
      given: 'does not say when it was opened',
      of: { created_at: null },
      gives: ['rejected'],
    },
  ])('that $given tells $gives, whatever it is sent for', ({ of, gives }) => {
    expect(told(withRequest(of))).toEqual(gives);
    expect(told(withRequest(of, 'labeled'))).toEqual(gives);
  });

  it('has no commit until it is merged: GitHub names the one that a merge would make', () => {
    expect(lastEvent(withRequest({})).sha).toBeUndefined();
    expect(lastEvent(withRequest(closed)).sha).toBeUndefined();
  });

  it.each([
    { given: { base: { ref: 'main' } }, gives: ['main', true] },
    { given: { base: { ref: 'ann/part-1' } }, gives: [undefined, false] },
  ])('to $given is to the default branch: $gives', ({ given, gives }) => {
    const collected = withRequest(given);

    expect(lastEvent(collected).branch).toBe(gives[0]);
    expect(lastEvent(collected).defaultBranch).toBe(gives[1]);
  });

  it.each([
    { given: 'x'.repeat(600), gives: 'x'.repeat(500) },
    { given: `${'x'.repeat(499)}🔥`, gives: 'x'.repeat(499) },
    { given: ' \u0000 ', gives: undefined },
    { given: null, gives: undefined },
    { given: 'Thanks, @ann and ann@example.org', gives: 'Thanks, @… and @…' },
    { given: 'Bump @acme/web to 2@next', gives: 'Bump @acme/web to 2@next' },
  ])('titled $given is titled $gives', ({ given, gives }) => {
    expect(lastEvent(withRequest({ title: given })).title).toBe(gives);
  });

  it.each([
    {
      title: 'Revert "Pay"',
      body: 'Reverts Acme/Payments#7',
      gives: 'github:change:acme/payments:7',
    },
    {
      title: 'Revert "Pay"',
      body: 'It broke.\n\nReverts Acme/Other#7',
      gives: 'github:change:acme/other:7',
    },
    {
      title: 'Revert "Pay"',
      body: 'Reverts #7',
      gives: 'github:change:acme/payments:7',
    },
    {
      title: 'revert: pay',
      body: `This reverts commit ${'c'.repeat(40)}.`,
      gives: 'c'.repeat(40),
    },
    { title: 'Revert "Pay"', body: 'It broke', gives: undefined },
    { title: 'Revert "Pay"', body: null, gives: undefined },
    { title: 'Pay', body: 'Reverts Acme/Payments#7', gives: undefined },
  ])('"$title" with "$body" undoes $gives', ({ title, body, gives }) => {
    expect(lastEvent(withRequest({ title, body })).reverts).toBe(gives);
  });

  it.each([
    { given: { head: { ref: 'hotfix/fees' } }, gives: true },
    { given: { labels: [{ name: 'Hotfix' }] }, gives: true },
    { given: { head: { ref: 'somebody/fees' }, labels: [] }, gives: undefined },
    { given: {}, gives: undefined },
  ])('of $given mends production: $gives', ({ given, gives }) => {
    const collected = withRequest(given);

    expect(lastEvent(collected).hotfix).toBe(gives);
    expect(JSON.stringify(collected)).not.toContain('somebody/fees');
  });

  it('says all of its approvals where the poller counted them, and only once it is merged', () => {
    const polled = (given: object) =>
      collect('poll.pull_request', {
        pull_request: { ...request, ...given, updated_at: undefined },
        approvals: 2,
        reviews: [],
        merge_method: 'squash',
        repository,
      });

    expect(lastEvent(polled(merged))).toMatchObject({
      approvals: 2,
      reviews: [],
      mergeMethod: 'squash',
    });
    expect(lastEvent(polled(closed))).not.toHaveProperty('approvals');
    expect(lastEvent(polled(closed))).not.toHaveProperty('reviews');
    expect(lastEvent(withRequest(merged)).approvals).toBeUndefined();
  });
});

describe('a review', () => {
  const review = {
    id: 70,
    state: 'approved',
    submitted_at: '2026-11-23T12:09:00Z',
    user: { id: 2, login: 'Ben', type: 'User' },
  };
  const withReview = (given: object, of: object = {}) =>
    collect('pull_request_review', {
      action: 'submitted',
      review: { ...review, ...given },
      pull_request: {
        number: 12,
        created_at: request.created_at,
        updated_at: '2026-11-23T12:10:00Z',
        user: { id: 1, type: 'User' },
        ...of,
      },
      repository,
    });

  it('by somebody else is told with its contributor', () => {
    expect(withReview({})).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'change',
          record,
          subject,
          state: 'opened',
          at: Date.parse('2026-11-23T12:00:00Z'),
        },
        {
          kind: 'change',
          record,
          subject,
          state: 'reviewed',
          at: Date.parse('2026-11-23T12:09:00Z'),
          review: {
            id: '70',
            verdict: 'approve',
            by: 'github:ben',
            kind: 'person',
          },
        },
      ],
    });
  });

  it.each([
    { given: 'approved', verdict: 'approve', at: '12:09' },
    { given: 'APPROVED', verdict: 'approve', at: '12:09' },
    { given: 'changes_requested', verdict: 'reject', at: '12:09' },
    { given: 'commented', verdict: 'comment', at: '12:09' },
    { given: 'dismissed', verdict: 'withdraw', at: '12:10' },
  ])('that is $given is the verdict $verdict', ({ given, verdict, at }) => {
    const collected = withReview({ state: given });

    expect(lastEvent(collected).review).toMatchObject({ id: '70', verdict });
    expect(told(collected)[1]).toBe(`reviewed ${at}`);
  });

  it('is dismissed when GitHub says so, rather than when it was given', () => {
    const collected = withReview({
      state: 'dismissed',
      updated_at: '2026-11-23T12:11:00Z',
    });

    expect(told(collected)[1]).toBe('reviewed 12:11');
  });

  it.each([
    {
      given: 'its author',
      of: { user: { id: 1, type: 'User' } },
      because: /author/,
    },
    { given: 'nobody known', of: { user: null }, because: /whose/ },
  ])('by $given is nothing to record', ({ of, because }) => {
    expect(withReview(of)).toEqual({
      status: 'ignored',
      because: expect.stringMatching(because),
    });
  });

  it('by a machine is told as one', () => {
    const user = { id: 3, login: 'reviewer[bot]', type: 'Bot' };

    expect(lastEvent(withReview({ user })).review).toEqual({
      id: '70',
      verdict: 'approve',
      by: 'github:reviewer[bot]',
      kind: 'bot',
    });
  });

  it.each([
    { given: { body: 'Well done' }, gives: 1 },
    { given: { state: 'commented', body: null }, gives: 1 },
    { given: { state: 'changes_requested', body: '' }, gives: 1 },
    { given: { body: ' ' }, gives: undefined },
    { given: { state: 'dismissed', body: 'Well done' }, gives: undefined },
  ])('with $given came with $gives remarks at least', ({ given, gives }) => {
    expect(lastEvent(withReview(given)).review).toHaveProperty(
      'comments',
      gives,
    );
  });

  it.each([
    { given: 'after the merge', at: '2026-11-23T12:08:00Z', gives: 'ignored' },
    { given: 'as it was merged', at: review.submitted_at, gives: 'accepted' },
  ])('given $given is $gives', ({ at, gives }) => {
    expect(withReview({}, { merged_at: at }).status).toBe(gives);
  });

  it.each([
    { given: { state: 'pending' }, gives: 'ignored' },
    { given: { submitted_at: null }, gives: 'rejected' },
  ])('with $given is $gives', ({ given, gives }) => {
    expect(withReview(given).status).toBe(gives);
  });

  it('of a request whose author is gone counts', () => {
    expect(withReview({}, { user: null }).status).toBe('accepted');
  });
});

describe('a push', () => {
  const after = '5'.repeat(40);
  const withPush = (given: object, of: object = {}) =>
    collect('push', {
      ref: 'refs/heads/main',
      after,
      created: false,
      deleted: false,
      compare: 'https://github.com/Acme/Payments/compare/4...5',
      commits: [{ timestamp: '2026-11-19T10:00:00Z' }],
      head_commit: { message: 'Mend it', timestamp: '2026-11-20T10:00:00Z' },
      repository: { ...repository, pushed_at: 1795436400, ...of },
      ...given,
    });

  it('to the default branch is a change as of when it was pushed, and says nothing of approvals', () => {
    expect(withPush({})).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'change',
          origin: 'push',
          state: 'merged',
          record: `github:push:acme/payments:${after}`,
          subject,
          at: Date.parse('2026-11-23T12:20:00Z'),
          title: 'Mend it',
          url: 'https://github.com/Acme/Payments/compare/4...5',
          branch: 'main',
          defaultBranch: true,
          sha: after,
          firstAuthoredAt: Date.parse('2026-11-19T10:00:00Z'),
          headCommitAt: Date.parse('2026-11-20T10:00:00Z'),
          commits: 1,
        },
      ],
    });
  });

  it('has the commit of the request that it is the merge of', () => {
    const pushed = collectExample('the merge of a request is pushed');
    const requested = collectExample(
      'a request is merged, told before it was opened',
    );

    expect(lastEvent(pushed).sha).toBe('2'.repeat(40));
    expect(lastEvent(requested).sha).toBe('2'.repeat(40));
  });

  it.each([
    {
      given: 'Merge pull request #12 from ann/faster',
      gives: { title: undefined, reverts: undefined },
    },
    {
      given: `Revert "Mend it"\n\nThis reverts commit ${'c'.repeat(40)}.`,
      gives: { title: 'Revert "Mend it"', reverts: 'c'.repeat(40) },
    },
  ])('of "$given" is $gives', ({ given, gives }) => {
    const collected = withPush({ head_commit: { message: given } });

    expect(lastEvent(collected).title).toBe(gives.title);
    expect(lastEvent(collected).reverts).toBe(gives.reverts);
  });

  it('of more commits than GitHub lists does not say how many', () => {
    const collected = withPush({ commits: Array(2048).fill({}) });

    expect(lastEvent(collected).commits).toBeUndefined();
  });

  it.each([
    { given: { ref: 'refs/heads/ann/faster' }, because: /default one/ },
    { given: { ref: 'refs/tags/main' }, because: /no branch/ },
    { given: { deleted: true, commits: [] }, because: /deleted/ },
    { given: { created: true }, because: /begins/ },
    { given: { created: true, commits: [] }, because: /begins/ },
    { given: { forced: true, commits: [] }, because: /moved back/ },
  ])('with $given is nothing to record', ({ given, because }) => {
    expect(withPush(given)).toEqual({
      status: 'ignored',
      because: expect.stringMatching(because),
    });
  });

  it.each([
    { given: { pushed_at: '2026-11-23T12:20:00Z' }, gives: 'accepted' },
    { given: { pushed_at: 'yesterday' }, gives: 'rejected' },
    { given: { pushed_at: null }, gives: 'rejected' },
    { given: { default_branch: undefined }, gives: 'ignored' },
  ])('of a repository with $given is $gives', ({ given, gives }) => {
    expect(withPush({}, given).status).toBe(gives);
  });
});
