import { withoutContributors } from '../__testUtils__/withoutContributors';
import { unmarked } from '../__testUtils__/unmarked';
import {
  approved,
  askedRequest,
  commit,
  mergedRequest,
  note,
  user,
} from './__testUtils__/mergedRequest';
import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGitlab,
} from './__testUtils__/pollGitlab';

const MINUTE = 60_000;
const minutes = (given: number) => noon + given * MINUTE + 123;

/** What GitLab answers besides its list of one request. */
interface Answers {
  request?: object;
  approvals?: object[];
  /** Of GraphQL. */
  asked?: { status?: number; body?: unknown };
}

describe('merge requests that are polled of GitLab', () => {
  let gitlab: Awaited<ReturnType<typeof startGitlab>>;
  beforeEach(async () => {
    gitlab = await startGitlab();
  });
  afterEach(() => gitlab.host.close());

  const answer = ({ request, approvals, asked }: Answers) =>
    gitlab.answer(({ path }) => {
      if (path.endsWith('/approvals')) {
        return { body: { approved_by: approvals ?? [] } };
      }
      return path === '/api/graphql'
        ? { body: askedRequest({}), ...asked }
        : { body: [mergedRequest(request ?? {})] };
    });

  /** All that is known of one in the end. */
  async function last(given: Answers) {
    answer(given);
    const [collected] = collectedIn(await gitlab.poll('merge_requests'));
    return collected.status === 'accepted'
      ? collected.events.at(-1)
      : collected;
  }

  it('are told with how they were made and reviewed, in two questions each', async () => {
    answer({ approvals: [approved(2, 'bob', -30)] });

    const [collected] = collectedIn(await gitlab.poll('merge_requests'));

    const same = {
      kind: 'change',
      record: 'gitlab:change:acme/shop/payments:7',
      subject: 'gitlab:acme/shop/payments',
    };
    expect(collected).toMatchObject({
      events: [
        { ...same, state: 'opened', at: minutes(-90) },
        { ...same, state: 'merged', at: minutes(-20) },
        {
          ...same,
          state: 'merged',
          at: minutes(-10),
          title: 'PAY-12: charge twice less often, says @…',
          sha: '279484c09fbe69ededfced8c1bb6e6d24616b468',
          defaultBranch: true,
          mergeMethod: 'merge',
          author: 'gitlab:ada',
          authorKind: 'person',
          topics: ['PAY-12'],
          commits: 2,
          firstAuthoredAt: minutes(-85),
          firstCommitAt: minutes(-80),
          headSha: 'a'.repeat(40),
          headCommitAt: minutes(-40),
          files: 3,
          additions: 960,
          deletions: 410,
          paths: ['src/pay.ts', 'src/pay.test.ts', 'yarn.lock'],
          code: {
            files: 2,
            sources: 1,
            tests: 1,
            additions: 60,
            deletions: 10,
          },
          approvals: 1,
          reviews: [
            {
              by: 'gitlab:bob',
              kind: 'person',
              verdict: 'approve',
              at: minutes(-30),
              comments: 0,
            },
          ],
          provenance: {
            level: 'declared',
            tools: ['Claude Code'],
            fraction: 0.5,
            commits: 2,
          },
        },
      ],
    });
    expect(gitlab.asked()).toHaveLength(3);
  });

  it('are stored with no name but those of contributors', async () => {
    answer({ approvals: [approved(2, 'bob', -30)] });

    const deliveries = deliveriesIn(await gitlab.poll('merge_requests'));

    expect(withoutContributors(deliveries)).not.toMatch(/somebody|ada|bob/i);
    expect(JSON.stringify(deliveries)).not.toMatch(/somebody|fees/i);
  });

  it('count approvals by people other than the author up to the merge', async () => {
    const told = await last({
      approvals: [
        approved(1, 'ada'),
        approved(2, 'bob'),
        approved(3, 'cleo', -30),
        approved(4, 'late', -15),
        approved(5, 'project_30_bot_1a2b'),
        approved(6, 'duo', -30),
      ],
      asked: {
        body: askedRequest({
          approvedBy: { nodes: [{ username: 'Duo', bot: true }] },
        }),
      },
    });

    expect(told).toHaveProperty('approvals', 2);
  });

  it('have no list of reviews where GitLab does not say when somebody approved', async () => {
    const told = await last({ approvals: [approved(2, 'bob')] });

    expect(told).toHaveProperty('approvals', 1);
    expect(told).not.toHaveProperty('reviews');
  });

  it('have no count of approvals where the account of one who approved is gone', async () => {
    const told = await last({
      approvals: [approved(2, 'bob', -30), approved(7, 'ghost', -30)],
    });

    expect(told).not.toHaveProperty('approvals');
    expect(told).toMatchObject({
      reviews: [{ by: 'gitlab:bob' }, { verdict: 'approve' }],
    });
  });

  it('without a known author have neither approvals nor reviews', async () => {
    const told = await last({
      request: { author: null },
      approvals: [approved(2, 'bob', -30)],
    });

    expect(told).toMatchObject({ state: 'merged' });
    expect(told).not.toHaveProperty('approvals');
    expect(told).not.toHaveProperty('reviews');
    expect(told).not.toHaveProperty('author');
  });

  const notes = [
    note(-60, 'cleo'),
    note(-50, 'Bob'),
    note(-45, 'cleo'),
    note(-44, 'ada'),
    note(-43, 'duo'),
    note(-42, 'cleo', true),
    note(-5, 'cleo'),
  ];

  it.each([
    {
      given: 'all remarks',
      hasNextPage: false,
      gives: [
        { by: 'gitlab:bob', verdict: 'approve', comments: 1 },
        {
          by: 'gitlab:cleo',
          kind: 'person',
          verdict: 'comment',
          at: minutes(-45),
          comments: 2,
        },
        { by: 'gitlab:duo', kind: 'bot', verdict: 'comment', comments: 1 },
      ],
    },
    {
      given: 'only some remarks, which are not counted',
      hasNextPage: true,
      gives: [
        { by: 'gitlab:bob', verdict: 'approve' },
        { by: 'gitlab:cleo', verdict: 'comment' },
        { by: 'gitlab:duo', verdict: 'comment' },
      ],
    },
  ])('tell of reviewers with $given', async ({ hasNextPage, gives }) => {
    const told = await last({
      approvals: [approved(2, 'bob', -30)],
      asked: {
        body: askedRequest({
          notes: { pageInfo: { hasNextPage }, nodes: notes },
        }),
      },
    });

    expect(told).toMatchObject({ reviews: gives });
    expect(JSON.stringify(told).includes('comments')).toBe(!hasNextPage);
  });

  it.each([
    { given: { squash: true }, gives: 'squash' },
    { given: { squash: false, merge_commit_sha: null }, gives: 'rebase' },
  ])('that come to the branch with $given are a $gives', async row => {
    expect(await last({ request: row.given })).toHaveProperty(
      'mergeMethod',
      row.gives,
    );
  });

  it('that a bot asked for have the person they were assigned to as sponsor', async () => {
    const told = await last({
      request: {
        author: user(9, 'renewals'),
        assignees: [user(8, 'dora'), user(42, 'bob')],
      },
      asked: {
        body: askedRequest({
          author: { username: 'renewals', bot: true },
          assignees: { nodes: [{ username: 'dora', bot: true }] },
        }),
      },
    });

    expect(told).toMatchObject({
      author: 'gitlab:renewals',
      authorKind: 'bot',
      sponsor: 'gitlab:bob',
    });
  });

  it('of which some commits are not told have no share of marked ones', async () => {
    const told = await last({
      asked: { body: askedRequest({ commitCount: 150 }) },
    });

    expect(told).toMatchObject({
      commits: 150,
      headCommitAt: minutes(-40),
      provenance: { level: 'declared', commits: 2 },
    });
    expect(told).not.toHaveProperty('provenance.fraction');
    expect(told).not.toHaveProperty('firstCommitAt');
  });

  it('of which some files are not told have no size of code', async () => {
    const summary = { additions: 9000, deletions: 0, fileCount: 2000 };

    const told = await last({
      asked: { body: askedRequest({ diffStatsSummary: summary }) },
    });

    expect(told).toMatchObject({ files: 2000, additions: 9000 });
    expect(told).not.toHaveProperty('code');
  });

  it('with a commit without a time are read for the markers of the request alone', async () => {
    const nodes = [{ ...commit(-40, 'Test'), committedDate: null }];

    const told = await last({
      request: { labels: ['codex'] },
      asked: { body: askedRequest({ commitCount: 1, commits: { nodes } }) },
    });

    expect(told).toMatchObject({
      provenance: { tools: ['OpenAI Codex'], commits: 0 },
    });
  });

  const failed = { status: 'FAILED', finishedAt: at(-25) };
  const gone = ['only_allow_merge_if_pipeline_succeeds'];

  it.each([
    { given: 'had failed and must not', pipeline: failed, gives: gone },
    { given: 'had failed and may', pipeline: failed, must: false },
    { given: 'failed later', pipeline: { ...failed, finishedAt: at(-5) } },
    { given: 'went well', pipeline: { ...failed, status: 'SUCCESS' } },
    { given: 'was never there', pipeline: null },
  ])(
    'whose pipeline $given went round $gives',
    async ({ pipeline, must = true, gives }) => {
      const told = await last({
        asked: {
          body: askedRequest(
            { headPipeline: pipeline },
            { onlyAllowMergeIfPipelineSucceeds: must },
          ),
        },
      });

      expect(told).toMatchObject({ state: 'merged' });
      expect(told && 'bypassed' in told ? told.bypassed : undefined).toEqual(
        gives,
      );
    },
  );

  it('undo what their description says', async () => {
    const told = await last({
      request: {
        description: 'Sorry, @somebody. This reverts merge request !4',
      },
    });

    expect(told).toHaveProperty(
      'reverts',
      'gitlab:change:acme/shop/payments:4',
    );
  });

  it('to another branch do not name it', async () => {
    answer({ request: { target_branch: 'somebody/base' } });

    const steps = await gitlab.poll('merge_requests');

    expect(collectedIn(steps)).toMatchObject([
      { events: [{}, { defaultBranch: false }, { defaultBranch: false }] },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('that were closed are asked for nothing more', async () => {
    answer({
      request: { state: 'closed', merged_at: null, closed_at: at(-15) },
    });

    expect(collectedIn(await gitlab.poll('merge_requests'))).toMatchObject([
      {
        events: [
          { state: 'opened' },
          {
            state: 'closed',
            at: minutes(-15),
            author: 'gitlab:ada',
            provenance: unmarked,
          },
        ],
      },
    ]);
    expect(gitlab.asked()).toHaveLength(1);
  });

  describe('where GraphQL tells nothing', () => {
    const unknownField = {
      errors: [
        {
          message: "Field 'committedDate' doesn't exist on type 'Commit'",
          extensions: { code: 'undefinedField' },
        },
      ],
    };

    it.each([
      { given: 'knows a field not', asked: { body: unknownField } },
      { given: 'is not there', asked: { status: 404, body: {} } },
      {
        given: 'finds the question too big',
        asked: { body: { errors: [{ message: 'complexity of 900' }] } },
      },
      {
        given: 'may not show the project',
        asked: { body: { data: { project: null } } },
      },
    ])('since it $given, are told without', async ({ asked }) => {
      const told = await last({ approvals: [approved(2, 'bob', -30)], asked });

      expect(told).toMatchObject({
        state: 'merged',
        author: 'gitlab:ada',
        approvals: 1,
        reviews: [{ by: 'gitlab:bob', verdict: 'approve' }],
        provenance: unmarked,
      });
      expect(told).not.toHaveProperty('paths');
      expect(told).not.toHaveProperty('reviews.0.comments');
      expect(gitlab.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('told of without their files'),
      );
    });

    it('since it refuses, are not asked for there again soon', async () => {
      answer({ asked: { body: unknownField } });

      await gitlab.poll('merge_requests');
      await gitlab.poll('merge_requests');

      const questions = gitlab
        .asked()
        .filter(path => path.startsWith('/api/graphql'));
      expect(questions).toHaveLength(1);
      expect(gitlab.logger.warn).toHaveBeenCalledTimes(1);
    });

    it('since the quota is used up, wait', async () => {
      answer({
        asked: {
          body: {
            errors: [{ message: 'slow', extensions: { code: 'RATE_LIMITED' } }],
          },
        },
      });

      expect(await gitlab.poll('merge_requests')).toMatchObject([
        { status: 'fault', fault: { kind: 'limited' } },
      ]);
    });
  });
});
