import { readExample } from './__testUtils__/readExample';
import { unmarked } from './__testUtils__/unmarked';

const at = (minute: number) =>
  Date.parse('2026-11-23T10:00:00Z') + minute * 60_000;
const record = 'gitlab:change:acme/shop/payments:1';
/** Of the one reviewer of the examples. */
const theirs = expect.stringMatching(/^approval-[\da-f]{12}$/);
const opened = { record, state: 'opened', at: at(0) + 500 };
const events = (...given: object[]) => ({ status: 'accepted', events: given });

describe('a merge request of GitLab', () => {
  it('is read without the people in it', () => {
    const about = {
      kind: 'change',
      origin: 'request',
      record,
      subject: 'gitlab:acme/shop/payments',
    };

    expect(
      readExample('the request is merged, told before anything else of it'),
    ).toEqual(
      events(
        { ...about, state: 'opened', at: at(0) + 500 },
        {
          ...about,
          state: 'merged',
          at: at(50),
          title: 'Charge fees, says @…',
          url: 'https://gitlab.example.com/Acme/Shop/Payments/-/merge_requests/1',
          branch: 'main',
          defaultBranch: true,
          sha: 'b'.repeat(40),
          headSha: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
        },
      ),
    );
  });

  it.each([
    {
      given: 'a request is opened',
      gives: events({ ...opened, title: 'Charge fees, says @…' }),
    },
    {
      given: 'somebody else approves the request',
      gives: events(opened, {
        state: 'reviewed',
        at: at(10),
        review: {
          id: theirs,
          verdict: 'approve',
          by: 'gitlab:somebody',
          kind: 'person',
        },
      }),
    },
    {
      given: 'a push takes the approval back',
      gives: events(
        opened,
        {
          state: 'reviewed',
          at: at(12),
          review: { id: theirs, verdict: 'withdraw' },
        },
        { at: at(12), review: { id: 'approval', verdict: 'withdraw' } },
      ),
    },
    {
      given: 'somebody who is no reviewer approves the request',
      gives: events(opened, {
        at: at(41),
        review: {
          id: 'approval',
          verdict: 'approve',
          by: 'gitlab:somebody-more',
          kind: 'person',
        },
      }),
    },
    {
      given: 'somebody takes an approval back',
      gives: events(
        opened,
        { at: at(42), review: { id: theirs, verdict: 'withdraw' } },
        { at: at(42), review: { id: 'approval', verdict: 'withdraw' } },
      ),
    },
    {
      given: 'the request is closed',
      gives: events(opened, { state: 'closed', at: at(20) }),
    },
    {
      given: 'the request is opened again',
      gives: events(opened, { state: 'opened', at: at(30) }),
    },
    {
      given: 'the request gets another title',
      gives: events(opened, {
        state: 'opened',
        at: at(35),
        title: 'Charge fees',
      }),
    },
    {
      given: 'a request that undoes the first is fast-forwarded',
      gives: events(
        {},
        {
          state: 'merged',
          sha: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
          reverts: record,
        },
      ),
    },
    {
      given: 'a request to a branch of somebody, by a system hook',
      gives: events({}, { state: 'opened', at: at(71), defaultBranch: false }),
    },
  ])('tells that $given', ({ given, gives }) => {
    expect(readExample(given)).toMatchObject(gives);
  });

  it.each([
    {
      given: 'the merged request gets a label',
      says: /over/,
    },
    {
      given: 'the author approves the request',
      says: /authors/,
    },
  ])('tells nothing where $given', ({ given, says }) => {
    expect(readExample(given)).toEqual({
      status: 'ignored',
      because: expect.stringMatching(says),
    });
  });

  it.each([
    { given: 'approved', gives: 'approve' },
    { given: 'approval', gives: 'approve' },
    { given: 'unapproved', gives: 'withdraw' },
    { given: 'unapproval', gives: 'withdraw' },
  ])('that is told $given has a verdict to $gives', ({ given, gives }) => {
    const collected = readExample('somebody else approves the request', {
      attributes: { action: given },
    });

    expect(collected).toHaveProperty('events.1.review.verdict', gives);
  });

  it.each([
    { given: { user: { username: 'somebody' } }, says: /does not say/ },
    { given: { user: undefined }, says: /does not say/ },
    {
      given: { user: { id: 3, username: 'project_7_bot_a1' } },
      says: /machine/,
    },
  ])('that $given approves is no review', ({ given, says }) => {
    expect(
      readExample('somebody else approves the request', { change: given }),
    ).toEqual({ status: 'ignored', because: expect.stringMatching(says) });
  });

  it.each([
    { given: { squash_commit_sha: 'c'.repeat(40) }, gives: 'c'.repeat(40) },
    { given: { squash: true }, gives: undefined },
    { given: { last_commit: null }, gives: undefined },
    {
      given: { merge_commit_sha: 'D'.repeat(40), squash: true },
      gives: 'd'.repeat(40),
    },
  ])('that was merged with $given has commit $gives', ({ given, gives }) => {
    const collected = readExample(
      'a request that undoes the first is fast-forwarded',
      { attributes: given },
    );

    expect(collected).toHaveProperty('events.1.sha', gives);
  });

  it.each([
    {
      given: { action: undefined, merged_at: '2026-11-23T10:45:00Z' },
      gives: { state: 'merged', at: at(45) },
    },
    {
      given: {
        action: undefined,
        state: 'closed',
        closed_at: '2026-11-23T10:46:00Z',
      },
      gives: { state: 'closed', at: at(46) },
    },
  ])('that says when it ended is over: $given', ({ given, gives }) => {
    const collected = readExample('the request gets another title', {
      attributes: given,
    });

    expect(collected).toMatchObject(events(opened, gives));
  });

  it.each([
    {
      given: { description: `This reverts commit ${'e'.repeat(40)}.` },
      gives: 'e'.repeat(40),
    },
    { given: { description: 'This reverts what somebody did' } },
    { given: { description: null } },
  ])('with $given undoes $gives', ({ given, gives }) => {
    const collected = readExample('a request is opened', {
      attributes: given,
    });

    expect(collected).toHaveProperty('events.0.reverts', gives);
  });

  it.each([
    { given: { updated_at: '2026-11-23 10:50:00' }, says: 'say when' },
    { given: { created_at: null }, says: 'created_at' },
    { given: { iid: undefined }, says: 'iid' },
  ])('with $given is refused', ({ given, says }) => {
    expect(
      readExample('the request is merged, told before anything else of it', {
        attributes: given,
      }),
    ).toEqual({
      status: 'rejected',
      because: expect.stringContaining(says),
    });
  });
});

const pushed = 'somebody pushes to the default branch';

describe('a push of GitLab', () => {
  it('is a change as of its newest commit, without the people in it', () => {
    expect(readExample(pushed)).toEqual(
      events({
        kind: 'change',
        origin: 'push',
        record: `gitlab:push:acme/shop/payments:${'7'.repeat(40)}`,
        subject: 'gitlab:acme/shop/payments',
        state: 'merged',
        at: at(0),
        title: 'Fix fees',
        url: `https://gitlab.example.com/Acme/Shop/Payments/-/commit/${'7'.repeat(
          40,
        )}`,
        sha: '7'.repeat(40),
        branch: 'main',
        defaultBranch: true,
        author: 'email:somebody@example.com',
        firstAuthoredAt: at(-30),
        headCommitAt: at(0),
        commits: 2,
        paths: ['src/fees.ts'],
        provenance: { ...unmarked, commits: 2 },
      }),
    );
  });

  it('that is the merge of a request has its commit', () => {
    const merge = readExample(
      'the merge of a request is pushed, by a system hook',
    );
    const request = readExample(
      'the request is merged, told before anything else of it',
    );

    expect(merge).toMatchObject(
      events({ sha: 'b'.repeat(40), title: 'Merge branch … into …' }),
    );
    expect(request).toHaveProperty('events.1.sha', 'b'.repeat(40));
  });

  it.each([
    { given: 'somebody pushes to a branch', says: /default branch/ },
    { given: 'a branch is taken away', says: /taken away/ },
    { given: 'the default branch is moved back', says: /no commits/ },
    { given: 'a tag is pushed', says: /tag by itself/ },
  ])('tells nothing where $given', ({ given, says }) => {
    expect(readExample(given)).toEqual({
      status: 'ignored',
      because: expect.stringMatching(says),
    });
  });

  it('to a project whose default branch is not known is left out', () => {
    const collected = readExample(pushed, {
      change: { project: { path_with_namespace: 'acme/web' } },
    });

    expect(collected.status).toBe('ignored');
  });

  it('whose commits have no time with a zone is refused', () => {
    expect(
      readExample(pushed, {
        change: { commits: [{ timestamp: '2026-11-23 12:00:00' }] },
      }),
    ).toEqual({
      status: 'rejected',
      because: expect.stringContaining('does not say when'),
    });
  });

  it('that undoes a commit names it', () => {
    const collected = readExample(pushed, {
      change: {
        commits: [
          {
            id: '7'.repeat(40),
            message: `Revert\n\nThis reverts commit ${'e'.repeat(40)}.`,
            timestamp: '2026-11-23T10:00:00Z',
          },
        ],
      },
    });

    expect(collected).toHaveProperty('events.0.reverts', 'e'.repeat(40));
  });
});
