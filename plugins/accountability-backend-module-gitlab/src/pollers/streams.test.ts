import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  project,
  startGitlab,
} from './__testUtils__/pollGitlab';

const MINUTE = 60_000;
const sha = '279484c09fbe69ededfced8c1bb6e6d24616b468';
const somebody = { id: 42, username: 'somebody', name: 'somebody' };
const slug = 'acme/shop/payments';
const subject = `gitlab:${slug}`;

describe('what is polled of GitLab', () => {
  let gitlab: Awaited<ReturnType<typeof startGitlab>>;
  beforeEach(async () => {
    gitlab = await startGitlab();
  });
  afterEach(() => gitlab.host.close());

  const deployment = (given: object) => ({
    id: 15,
    iid: 3,
    ref: '1.0.0',
    sha,
    status: 'success',
    created_at: at(-30),
    updated_at: at(-5),
    user: somebody,
    environment: { name: 'live', tier: 'production' },
    deployable: {
      id: 796,
      web_url: `${project.web_url}/-/jobs/796`,
      started_at: at(-25),
      finished_at: at(-20),
      commit: { title: 'Add a file', author_email: 'somebody@example.org' },
      user: somebody,
    },
    ...given,
  });

  it.each([
    {
      given: { status: 'success' },
      gives: [
        ['pending', -30],
        ['executing', -25],
        ['finished', -20],
      ],
    },
    {
      given: { status: 'failed', deployable: null },
      gives: [
        ['pending', -30],
        ['finished', -5],
      ],
    },
    {
      given: { status: 'running' },
      gives: [
        ['pending', -30],
        ['executing', -25],
      ],
    },
    { given: { status: 'created' }, gives: [['pending', -30]] },
    {
      given: { status: 'blocked' },
      gives: [
        ['pending', -30],
        ['pending', -5],
      ],
    },
  ])('deployments are the records of webhooks: $given', async given => {
    gitlab.answer(() => ({ body: [deployment(given.given)] }));

    const steps = await gitlab.poll('deployments');

    expect(collectedIn(steps)).toMatchObject(
      given.gives.map(([state, minutes]) => ({
        events: [
          {
            kind: 'deployment',
            record: `gitlab:deployment:${slug}:15`,
            subject,
            state,
            at: noon + Number(minutes) * MINUTE + 123,
            environment: 'production',
            version: '1.0.0',
            sha,
          },
        ],
      })),
    );
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  const pipeline = {
    id: 31,
    name: 'Build',
    ref: 'main',
    tag: false,
    sha,
    source: 'push',
    status: 'success',
    created_at: at(-50),
    started_at: at(-49),
    finished_at: at(-40),
    queued_duration: 12,
    web_url: `${project.web_url}/-/pipelines/31`,
    user: somebody,
  };
  const job = (given: object) => ({
    id: 380,
    name: 'test',
    stage: 'test',
    status: 'success',
    ref: 'main',
    tag: false,
    allow_failure: false,
    created_at: at(-50),
    started_at: at(-49),
    finished_at: at(-45),
    queued_duration: 3,
    commit: { id: sha, author_email: 'somebody@example.org' },
    pipeline: { id: 31 },
    runner: { id: 1, description: 'the machine of somebody' },
    user: somebody,
    ...given,
  });
  const answerPipeline = (listed: object[]) =>
    gitlab.answer(({ path }) => {
      if (path.endsWith('/jobs')) return { body: listed };
      return path.endsWith('/31')
        ? { body: pipeline }
        : { body: [{ id: 31, updated_at: at(-40) }] };
    });

  it('pipelines are the records of webhooks, whose times have no milliseconds', async () => {
    answerPipeline([job({})]);

    const steps = await gitlab.poll('pipelines');

    const same = {
      kind: 'build',
      unit: 'run',
      record: `gitlab:run:${slug}:31`,
      subject,
      defaultBranch: true,
    };
    expect(collectedIn(steps)).toMatchObject([
      {
        events: [
          { ...same, state: 'executing' },
          {
            ...same,
            state: 'finished',
            result: 'success',
            at: noon - 40 * MINUTE,
          },
        ],
      },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('pipelines that were run again are told by their jobs, as in webhooks', async () => {
    answerPipeline([
      job({ finished_at: at(-48) }),
      job({
        id: 381,
        name: 'lint',
        created_at: at(-44),
        started_at: at(-43),
        finished_at: at(-40),
      }),
    ]);

    const [collected] = collectedIn(await gitlab.poll('pipelines'));

    const again = `gitlab:run:${slug}:31:2026-11-23T11:20:00.000Z`;
    expect(collected).toMatchObject({
      events: [
        { record: again, state: 'pending', attempt: 2 },
        { record: again, state: 'executing' },
        { record: again, state: 'finished', at: noon - 40 * MINUTE },
      ],
    });
  });

  it('pipelines that were deleted meanwhile are left out', async () => {
    gitlab.answer(({ path }) =>
      path.endsWith('/pipelines')
        ? { body: [{ id: 31, updated_at: at(-40) }] }
        : { status: 404, body: {} },
    );

    expect(await gitlab.poll('pipelines')).toMatchObject([
      { status: 'page', deliveries: [] },
    ]);
  });

  it('jobs are told where that is asked for, retried ones among them', async () => {
    answerPipeline([job({ status: 'failed' }), job({ id: 381 })]);

    const steps = await gitlab.poll('jobs');

    expect(gitlab.asked()[1]).toBe(
      '/api/v4/projects/30/pipelines/31/jobs?per_page=100&include_retried=true',
    );
    const same = { run: `gitlab:run:${slug}:31`, subject };
    expect(collectedIn(steps)).toMatchObject([
      {
        events: [
          { ...same, record: `gitlab:job:${slug}:380`, state: 'pending' },
          { state: 'executing', at: noon - 49 * MINUTE },
          { state: 'finished', result: 'failure' },
        ],
      },
      {
        events: [
          { ...same, record: `gitlab:job:${slug}:381` },
          {},
          { state: 'finished', result: 'success', at: noon - 45 * MINUTE },
        ],
      },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  const release = (given: object) => ({
    id: 'gid://gitlab/Release/8273642',
    tagName: 'v1.2.3',
    name: 'Release 1.2.3',
    createdAt: at(-30),
    releasedAt: at(-30),
    commit: { sha },
    links: { selfUrl: `${project.web_url}/-/releases/v1.2.3` },
    ...given,
  });
  const releases = (nodes: object[], endCursor?: string) => ({
    body: {
      data: {
        project: {
          releases: {
            pageInfo: { hasNextPage: endCursor !== undefined, endCursor },
            nodes,
          },
        },
      },
    },
  });

  it('releases have the id that webhooks name them by', async () => {
    gitlab.answer(() => releases([release({})]));

    const steps = await gitlab.poll('releases');

    expect(collectedIn(steps)).toMatchObject([
      {
        events: [
          {
            kind: 'deployment',
            record: `gitlab:release:${slug}:8273642`,
            subject,
            state: 'finished',
            version: 'v1.2.3',
            sha,
          },
        ],
      },
    ]);
    expect(gitlab.host.requests[1].path).toBe('/api/graphql');
    expect(JSON.parse(gitlab.host.requests[1].body).variables).toEqual({
      path: 'Acme/Shop/Payments',
      after: null,
    });
  });

  it('a planned release is another delivery once its time has come', async () => {
    gitlab.answer(() =>
      releases([
        release({ releasedAt: at(30) }),
        release({
          id: 'gid://gitlab/Release/2',
          createdAt: at(-60 * 24),
          releasedAt: at(-10),
        }),
        release({ id: 'gid://gitlab/Release/3', createdAt: at(-60 * 24) }),
      ]),
    );

    const steps = await gitlab.poll('releases');

    expect(deliveriesIn(steps).map(({ key }) => key)).toEqual([
      'Acme/Shop/Payments/8273642/planned',
      'Acme/Shop/Payments/2/released',
      'Acme/Shop/Payments/3/released',
    ]);
  });

  it('releases are walked until they are old, from where a pass stopped', async () => {
    const month = 60 * 24 * 31;
    const pages: Record<string, ReturnType<typeof releases>> = {
      first: releases([release({})], 'second'),
      second: releases(
        [release({ createdAt: at(-month), releasedAt: at(-month) })],
        'third',
      ),
    };
    gitlab.answer(
      ({ body }) => pages[JSON.parse(body).variables.after ?? 'first'],
    );

    const steps = await gitlab.poll('releases');
    const rest = await gitlab.poll('releases', { cursor: 'second' });

    expect(steps).toMatchObject([
      { deliveries: [{}], next: 'second' },
      { deliveries: [], next: undefined },
    ]);
    expect(rest).toHaveLength(1);
  });

  it('releases of a project that may not be seen are a fault', async () => {
    gitlab.answer(() => ({ body: { data: { project: null } } }));

    expect(await gitlab.poll('releases')).toMatchObject([
      { status: 'fault', fault: { kind: 'unreadable' } },
    ]);
  });
});
