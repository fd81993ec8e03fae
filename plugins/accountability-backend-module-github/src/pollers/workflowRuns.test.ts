import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const somebody = { login: 'somebody', type: 'User' };
const run = (given: object = {}) => ({
  id: 11,
  run_attempt: 1,
  run_number: 163,
  name: 'CI',
  display_title: 'Somebody fixes it',
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  head_branch: 'main',
  head_sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
  head_repository: { full_name: 'Acme/Payments', owner: somebody },
  repository: { full_name: 'Acme/Payments', owner: somebody },
  head_commit: { author: { name: 'somebody' } },
  actor: somebody,
  triggering_actor: somebody,
  html_url: 'https://github.com/acme/payments/actions/runs/11',
  created_at: at(-30),
  run_started_at: at(-30),
  updated_at: at(-20),
  ...given,
});
const job = (given: object = {}) => ({
  id: 21,
  run_id: 11,
  run_attempt: 1,
  name: 'lint',
  workflow_name: 'CI',
  status: 'completed',
  conclusion: 'failure',
  labels: ['ubuntu-latest'],
  runner_id: 5,
  runner_name: 'the machine of somebody',
  created_at: at(-30),
  started_at: at(-29),
  completed_at: at(-21),
  steps: [{ name: 'somebody checks out' }],
  ...given,
});

describe('polled workflow runs', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it.each([
    {
      given: { status: 'completed' },
      gives: [
        { state: 'pending', at: noon - 30 * 60_000 },
        { state: 'finished', result: 'success', at: noon - 20 * 60_000 },
      ],
    },
    {
      given: { status: 'in_progress', conclusion: null },
      gives: [{ state: 'pending' }, { state: 'executing' }],
    },
    {
      given: { status: 'queued', conclusion: null },
      gives: [{ state: 'pending', at: noon - 30 * 60_000 }],
    },
    {
      given: { status: 'waiting', conclusion: null },
      gives: [{ state: 'waiting' }],
    },
  ])('are the records that webhooks tell of: $given', async given => {
    github.answer(() => ({
      body: { total_count: 1, workflow_runs: [run(given.given)] },
    }));

    const steps = await github.poll('workflow_runs');

    expect(collectedIn(steps)).toMatchObject([
      {
        events: given.gives.map(event => ({
          kind: 'build',
          record: 'github:run:acme/payments:11:1',
          subject: 'github:acme/payments',
          unit: 'run',
          defaultBranch: true,
          ...event,
        })),
      },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('that are run again are found by when they changed', async () => {
    const day = 60 * 24;
    github.answer(() => ({
      body: {
        workflow_runs: [
          run({ id: 3, created_at: at(-2 * day), updated_at: at(-2 * day) }),
          run({ id: 2, created_at: at(-3 * day), run_attempt: 2 }),
          run({ id: 1, created_at: at(-9 * day), updated_at: at(-9 * day) }),
        ],
      },
      headers: { link: '</api/v3/more>; rel="next"' },
    }));

    const steps = await github.poll('workflow_runs');

    expect(deliveriesIn(steps).map(({ key }) => key)).toEqual([
      'acme/payments/2/2',
    ]);
    expect(github.asked()).toHaveLength(1);
  });

  it('bring their jobs, of all attempts, where that is asked for', async () => {
    github.answer(({ path }) =>
      path.endsWith('/jobs')
        ? {
            body: {
              jobs: [
                job(),
                job({ id: 22, status: 'in_progress', run_attempt: 2 }),
              ],
            },
          }
        : { body: { workflow_runs: [run()] } },
    );

    const steps = await github.poll('workflow_jobs');

    expect(github.asked()).toEqual([
      '/api/v3/repos/acme/payments/actions/runs?per_page=100&exclude_pull_requests=true',
      '/api/v3/repos/acme/payments/actions/runs/11/jobs?filter=all&per_page=100',
    ]);
    expect(collectedIn(steps)).toMatchObject([
      {
        events: [
          {
            record: 'github:job:acme/payments:21:1',
            run: 'github:run:acme/payments:11:1',
            state: 'executing',
          },
          { state: 'finished', result: 'failure', at: noon - 21 * 60_000 },
        ],
      },
      { events: [{ record: 'github:job:acme/payments:22:2' }] },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });
});
