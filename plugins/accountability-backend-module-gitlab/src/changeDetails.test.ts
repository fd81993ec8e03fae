import { Collected } from 'backstage-plugin-accountability-node';
import { readExample } from './__testUtils__/readExample';
import { unmarked } from './__testUtils__/unmarked';

const asked = 'a request is opened';
const approved = 'somebody else approves the request';
const merged = 'the request is merged, told before anything else of it';
const byMachine = 'a machine asks for a request';

const lastOf = (collected: Collected) =>
  collected.status === 'accepted' ? collected.events.at(-1) : undefined;

describe('who made a merge request of GitLab', () => {
  it('is its author, where it is the author who acts', () => {
    expect(lastOf(readExample(asked))).toMatchObject({
      author: 'gitlab:somebody-first',
      authorKind: 'person',
      provenance: unmarked,
    });
  });

  it('is its author, where the author is listed', () => {
    const author = { id: 50, username: 'somebody-first' };

    const told = readExample(merged, { change: { assignees: [author] } });

    expect(lastOf(told)).toHaveProperty('author', 'gitlab:somebody-first');
  });

  it.each([
    { given: 'nobody who is named is the author', change: {} },
    {
      given: 'the account of the author is gone',
      change: { user: { id: 50, username: 'ghost' } },
    },
  ])('is not known where $given', ({ change }) => {
    const told = lastOf(readExample(merged, { change }));

    expect(told).toHaveProperty('author', undefined);
    expect(told).toHaveProperty('authorKind', undefined);
  });

  it('is a machine with the person whom it was assigned to, and what it says of itself', () => {
    expect(lastOf(readExample(byMachine))).toMatchObject({
      author: 'gitlab:project_7_bot_1a2b',
      authorKind: 'bot',
      sponsor: 'gitlab:somebody',
      topics: ['PAY-12'],
      provenance: {
        commits: 0,
        level: 'inferred',
        tools: ['OpenAI Codex'],
        evidence: [
          { marker: 'codex.branch', text: 'codex/' },
          { marker: 'codex.label-2', text: 'codex' },
        ],
      },
    });
  });

  it('has no sponsor where nobody but machines is assigned', () => {
    const told = readExample(byMachine, {
      change: { assignees: [{ id: 9, username: 'renovate-bot' }] },
    });

    expect(lastOf(told)).toHaveProperty('sponsor', undefined);
  });

  it('says nothing of markers where none is found and the author is not known', () => {
    expect(lastOf(readExample(merged))).toHaveProperty('provenance', undefined);
  });

  it('is no topic, though a name may look like one', () => {
    const told = readExample(asked, {
      attributes: { source_branch: 'ada-99/pay-7' },
      change: { user: { id: 50, username: 'ada-99' } },
    });

    expect(lastOf(told)).toHaveProperty('topics', ['PAY-7']);
  });
});

describe('how a merge request of GitLab was merged', () => {
  it.each([
    { given: { squash: true }, gives: 'squash' },
    { given: { squash_commit_sha: 'c'.repeat(40) }, gives: 'squash' },
    { given: { squash: false }, gives: 'merge' },
    { given: { squash: false, merge_commit_sha: null }, gives: 'rebase' },
    { given: {}, gives: undefined },
  ])('is $gives with $given', ({ given, gives }) => {
    const told = readExample(merged, { attributes: given });

    expect(lastOf(told)).toHaveProperty('mergeMethod', gives);
  });

  it('is not told of one that is open', () => {
    const told = readExample(asked, { attributes: { squash: true } });

    expect(lastOf(told)).not.toHaveProperty('mergeMethod');
  });
});

describe('the approval of a reviewer', () => {
  const idOf = (given: Parameters<typeof readExample>[1]) => {
    const told = lastOf(readExample(approved, given));
    return told?.kind === 'change' ? told.review?.id : undefined;
  };
  const other = { id: 60, username: 'other' };

  it('has the same id each time, and names nobody', () => {
    expect(idOf({ attributes: { action: 'approval' } })).toBe(idOf({}));
    expect(idOf({})).not.toContain('somebody');
  });

  it.each([
    {
      given: 'another reviewer',
      change: { user: other, reviewers: [other] },
      attributes: {},
    },
    { given: 'another request', change: {}, attributes: { id: 100 } },
  ])('has another id of $given', ({ change, attributes }) => {
    expect(idOf({ change, attributes })).not.toBe(idOf({}));
  });

  it('shares one with all who are not listed where GitLab does not tell enough', () => {
    expect(idOf({ attributes: { id: undefined } })).toBe('approval');
  });

  it('goes with those of all reviewers when a push resets them', () => {
    const reviewers = [{ id: 51, username: 'somebody' }, other];

    const told = readExample('a push takes the approval back', {
      change: { reviewers },
    });

    const ids = [
      idOf({}),
      idOf({ change: { user: other, reviewers } }),
      'approval',
    ];
    expect(told).toMatchObject({
      events: [
        { state: 'opened' },
        ...ids.map(id => ({ review: { id, verdict: 'withdraw' } })),
      ],
    });
  });
});

describe('who pushed to GitLab, and what', () => {
  it('is not known where the commit has no address', () => {
    const told = readExample('a tool pushes what it wrote', {
      change: {
        commits: [{ id: 'f'.repeat(40), timestamp: '2026-11-23T10:25:00Z' }],
      },
    });

    expect(lastOf(told)).not.toHaveProperty('author');
    expect(lastOf(told)).toHaveProperty('provenance', undefined);
  });

  it('tells nothing of all its commits where some are not listed', () => {
    const told = lastOf(
      readExample('a push of which GitLab does not list every commit'),
    );

    expect(told).toMatchObject({
      author: 'email:somebody@example.com',
      topics: ['PAY-7'],
    });
    expect(told).not.toHaveProperty('paths');
    expect(told).not.toHaveProperty('provenance');
  });

  it('tells of a tool that wrote it', () => {
    expect(lastOf(readExample('a tool pushes what it wrote'))).toMatchObject({
      author: 'email:cursoragent@cursor.com',
      authorKind: 'bot',
      paths: ['src/round.ts', 'src/fees.ts', 'src/old.ts'],
      provenance: {
        level: 'declared',
        tools: ['Cursor'],
        fraction: 1,
        commits: 1,
      },
    });
  });

  it.each([
    {
      email: '12-ada@users.noreply.gitlab.example.com',
      gives: { author: 'gitlab:ada', authorKind: 'person' },
    },
    {
      email: '5+octocat@users.noreply.github.com',
      gives: { author: 'github:octocat' },
    },
    {
      email: 'project_7_bot_1a2b@noreply.gitlab.example.com',
      gives: { authorKind: 'bot' },
    },
  ])('is $gives of $email', ({ email, gives }) => {
    const told = readExample('a tool pushes what it wrote', {
      change: {
        commits: [
          {
            id: 'f'.repeat(40),
            message: 'Round',
            timestamp: '2026-11-23T10:25:00Z',
            author: { name: 'Ada', email },
          },
        ],
      },
    });

    expect(lastOf(told)).toMatchObject(gives);
  });
});
