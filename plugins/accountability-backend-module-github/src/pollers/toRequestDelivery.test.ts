import { lastEvent } from '../__testUtils__/lastEvent';
import { withoutContributors } from '../__testUtils__/withoutContributors';
import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';
import {
  answering,
  commit,
  commits,
  machine,
  person,
  pullRequest,
  review,
  reviewed,
} from './__testUtils__/requests';

describe('a polled request', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  const polled = async (given: object) => {
    github.answer(answering([pullRequest(given)]));
    const steps = await github.poll('pull_requests');
    const [delivery] = deliveriesIn(steps);
    const [collected] = collectedIn(steps);
    return { payload: delivery.payload, event: lastEvent(collected) };
  };

  const byClaude = 'Pay\n\nCo-Authored-By: Claude <noreply@anthropic.com>';
  const withBen = 'Pay\n\nCo-authored-by: Ben <9+ben@users.noreply.github.com>';

  it('is stored without addresses, and with logins of contributors alone', async () => {
    const { payload, event } = await polled({
      author: { __typename: 'Bot', login: 'copilot-swe-agent' },
      assignees: { nodes: [person('cyd')] },
      headRefName: 'copilot/somebody-pays',
      ...commits(
        commit({ message: `${withBen}\nFor @somebody` }),
        commit({ message: byClaude }),
      ),
      ...reviewed(
        review('APPROVED', person('dee'), { body: 'Well, @somebody' }),
      ),
    });

    const stored = JSON.stringify(payload);
    // What is left is the address of a tool, which is its marker.
    expect(stored.match(/[\w.+-]+@[\w.-]+/g)).toEqual([
      'noreply@anthropic.com',
    ]);
    expect(stored).not.toMatch(/somebody|some body|cyd|Well/i);
    expect(event).toMatchObject({
      author: 'github:copilot-swe-agent[bot]',
      sponsor: 'github:ben',
      reviews: [{ by: 'github:dee' }],
      provenance: { level: 'attested', commits: 2 },
    });
    expect(withoutContributors(event)).not.toMatch(/ben|cyd|dee|somebody/);
  });

  it('has the share of its lines that is in marked commits, merges of others left out', async () => {
    const { event } = await polled(
      commits(
        commit({ message: byClaude, additions: 20, deletions: 10 }),
        commit({ message: 'Merge branch main', additions: 9000, deletions: 0 }),
        commit({ additions: 10, deletions: 0 }),
      ),
    );

    expect(event.provenance).toMatchObject({ fraction: 0.75, commits: 3 });
  });

  it('has as much provenance as commits could be read', async () => {
    const { event } = await polled({
      commits: { totalCount: 120, nodes: [commit(), null] },
    });

    expect(event).toMatchObject({ commits: 120, provenance: { commits: 1 } });
  });

  it.each([
    { given: 'all of its files', changedFiles: 1, gives: true },
    { given: 'some of its files', changedFiles: 101, gives: false },
  ])('has a size of code with $given: $gives', async given => {
    const { event } = await polled({ changedFiles: given.changedFiles });

    expect('code' in event).toBe(given.gives);
    expect(event.paths).toEqual(['src/pay.ts']);
  });

  it.each([
    { given: 'a person', author: person('somebody'), gives: undefined },
    { given: 'a machine', author: machine, gives: 'github:cyd' },
  ])('by $given has the sponsor $gives', async ({ author, gives }) => {
    const { event } = await polled({
      author,
      assignees: { nodes: [machine, person('cyd')] },
    });

    expect(event.sponsor).toBe(gives);
  });

  it.each([
    { given: 'no review', reviews: [], gives: 0 },
    {
      given: 'two people and a machine',
      reviews: [
        review('APPROVED', person('ben')),
        review('APPROVED', person('cyd')),
        review('APPROVED', machine),
      ],
      gives: 2,
    },
    {
      given: 'the same person twice',
      reviews: [
        review('APPROVED', person('ben')),
        review('APPROVED', person('ben'), { submittedAt: at(-35) }),
      ],
      gives: 1,
    },
    {
      given: 'a person who asked for changes since',
      reviews: [
        review('APPROVED', person('ben')),
        review('CHANGES_REQUESTED', person('ben'), { submittedAt: at(-35) }),
      ],
      gives: 0,
    },
    {
      given: 'a person who commented since',
      reviews: [
        review('APPROVED', person('ben')),
        review('COMMENTED', person('ben'), { submittedAt: at(-35) }),
      ],
      gives: 1,
    },
    {
      given: 'other verdicts',
      reviews: [
        review('CHANGES_REQUESTED', person('ben')),
        review('DISMISSED', person('cyd')),
        review('CHANGES_REQUESTED', null),
      ],
      gives: 0,
    },
    {
      given: 'an approval after the merge',
      reviews: [
        review('APPROVED', person('ben')),
        review('APPROVED', person('cyd'), { submittedAt: at(-29) }),
      ],
      gives: 1,
    },
    {
      given: 'an account that is gone',
      reviews: [review('APPROVED', person('ben')), review('APPROVED', null)],
      gives: undefined,
    },
  ])('has $gives approvals with $given', async ({ reviews, gives }) => {
    const { event } = await polled(reviewed(...reviews));

    expect(event.approvals).toBe(gives);
  });

  it('has the reviews by others that stood when it was merged', async () => {
    const { event } = await polled(
      reviewed(
        review('APPROVED', person('cyd'), { submittedAt: at(-50) }),
        review('DISMISSED', person('cyd'), { submittedAt: at(-45) }),
        review('COMMENTED', person('somebody')),
        review('PENDING', person('ben'), { submittedAt: null }),
        review('COMMENTED', machine, { comments: { totalCount: 4 } }),
        review('CHANGES_REQUESTED', person('ben'), {
          body: 'No',
          submittedAt: at(-35),
        }),
        review('APPROVED', person('dee'), { submittedAt: at(-29) }),
      ),
    );

    expect(event.reviews).toEqual([
      {
        by: 'github:reviewer[bot]',
        kind: 'bot',
        verdict: 'comment',
        at: noon - 40 * 60_000,
        comments: 4,
      },
      {
        by: 'github:ben',
        kind: 'person',
        verdict: 'reject',
        at: noon - 35 * 60_000,
        comments: 1,
      },
    ]);
  });

  it.each([
    {
      given: 'there are more than were asked for',
      of: {
        reviews: {
          pageInfo: { hasNextPage: true },
          nodes: [review('APPROVED', person('ben'))],
        },
      },
    },
    { given: 'GitHub tells of none', of: { reviews: null } },
    {
      given: 'it was closed',
      of: { mergedAt: null, mergeCommit: null },
    },
  ])('says nothing of its reviews where $given', async ({ of }) => {
    const { event } = await polled(of);

    expect(event.reviews).toBeUndefined();
    expect(event.approvals).toBeUndefined();
  });
});
