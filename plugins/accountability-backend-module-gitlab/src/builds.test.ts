import { readExample } from './__testUtils__/readExample';

const at = (minute: number) =>
  Date.parse('2026-11-23T10:00:00Z') + minute * 60_000;
const run = 'gitlab:run:acme/shop/payments:31';
const events = (...given: object[]) => ({ status: 'accepted', events: given });

describe('a pipeline of GitLab', () => {
  it('is read without the people in it', () => {
    const base = {
      kind: 'build',
      unit: 'run',
      record: run,
      subject: 'gitlab:acme/shop/payments',
      title: 'Checks',
      pipeline: 'Checks',
      url: 'https://gitlab.example.com/Acme/Shop/Payments/-/pipelines/31',
      sha: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
      branch: 'main',
      defaultBranch: true,
      attempt: 1,
    };

    expect(readExample('the pipeline fails')).toEqual(
      events(
        { ...base, state: 'executing', at: at(1) },
        { ...base, state: 'finished', result: 'failure', at: at(5) },
      ),
    );
  });

  it.each([
    {
      given: 'a pipeline is made',
      gives: events({ record: run, state: 'pending', at: at(0) }),
    },
    {
      given: 'the pipeline runs',
      gives: events({ record: run, state: 'executing', at: at(1) }),
    },
    {
      given: 'the retried pipeline runs',
      gives: { status: 'ignored', because: expect.stringMatching(/goes on/) },
    },
    {
      given: 'the pipeline is retried and succeeds, told before it failed',
      gives: events(
        { state: 'pending', at: at(120), attempt: 2 },
        { state: 'executing', at: at(121), attempt: 2 },
        {
          record: `${run}:2026-11-23T12:06:00.000Z`,
          state: 'finished',
          result: 'success',
          at: at(126),
          attempt: 2,
        },
      ),
    },
    {
      given: 'somebody deploys by hand, and the pipeline succeeds once more',
      gives: events(
        { state: 'pending', at: at(185), attempt: 2 },
        { state: 'executing', at: at(185), attempt: 2 },
        {
          record: `${run}:2026-11-23T13:10:00.000Z`,
          state: 'finished',
          at: at(190),
        },
      ),
    },
    {
      given: 'a pipeline of a request is canceled',
      gives: events({
        state: 'finished',
        result: 'cancellation',
        at: at(3),
        defaultBranch: false,
      }),
    },
    {
      given: 'a pipeline is skipped',
      gives: events({ state: 'finished', result: 'skip', at: at(0) }),
    },
    {
      given: 'a pipeline waits for somebody',
      gives: events({ state: 'waiting', at: at(0) }),
    },
  ])('tells that $given', ({ given, gives }) => {
    expect(readExample(given)).toMatchObject(gives);
  });

  it.each([
    {
      given: { source: 'merge_request_event' },
      gives: { defaultBranch: false },
    },
    { given: { tag: true }, gives: { defaultBranch: false } },
    { given: { ref: 'somebody/fees' }, gives: { defaultBranch: false } },
    { given: { ref: null }, gives: {} },
    { given: {}, gives: { defaultBranch: true, branch: 'main' } },
  ])('of $given is of $gives', ({ given, gives }) => {
    const read = readExample('the pipeline runs', { attributes: given });

    const told = read.status === 'accepted' ? read.events : [];
    const said = told.map(event => ({
      ...('defaultBranch' in event && { defaultBranch: event.defaultBranch }),
      ...('branch' in event && { branch: event.branch }),
    }));
    expect(said).toEqual([gives]);
  });

  it.each([
    { given: 'whose jobs wait', change: { builds: [] }, gives: at(0) },
    {
      given: 'whose jobs began',
      change: { builds: [{ started_at: '2026-11-23 10:02:00 UTC' }] },
      gives: at(2),
    },
  ])('$given and of no known wait began with them', ({ change, gives }) => {
    const collected = readExample('the pipeline runs', {
      change,
      attributes: { queued_duration: null },
    });

    expect(collected).toHaveProperty('events.0.at', gives);
  });

  it.each([1e30, -1, '60', null])(
    'with a wait of %s has no known start',
    queued => {
      expect(
        readExample('a pipeline of a request is canceled', {
          attributes: { queued_duration: queued },
        }),
      ).toMatchObject(events({ state: 'finished' }));
    },
  );

  it.each(['canceling', 'something new'])(
    'that is %s moves nothing',
    status => {
      expect(
        readExample('the pipeline runs', { attributes: { status } }).status,
      ).toBe('ignored');
    },
  );

  it('that ended at no known time is refused', () => {
    expect(
      readExample('the pipeline fails', { attributes: { finished_at: null } }),
    ).toEqual({
      status: 'rejected',
      because: expect.stringContaining('does not say when'),
    });
  });
});

/** `[made, began, ended]`, in minutes after the pipeline was made. */
const job = (times: [number, number?, number?], more: object = {}) => {
  const [made, began, ended] = times.map(minute =>
    minute === undefined ? undefined : new Date(at(minute)).toISOString(),
  );
  return {
    created_at: made,
    started_at: began,
    finished_at: ended,
    manual: false,
    allow_failure: false,
    ...more,
  };
};
const optional = { manual: true, allow_failure: true };

describe('an end of a pipeline', () => {
  it.each([
    { given: 'without jobs', builds: [], gives: undefined },
    {
      given: 'of jobs made with it',
      builds: [job([0, 1, 5]), job([0, 6, 9])],
      gives: undefined,
    },
    {
      given: 'of a job that was retried while another ran',
      builds: [job([0, 1, 9]), job([4, 5, 8])],
      gives: undefined,
    },
    {
      given: 'of a job that was retried after all others',
      builds: [job([0, 1, 5]), job([60, 61, 70])],
      gives: 60,
    },
    {
      given: 'of a job that was retried, and later stages after it',
      builds: [job([0, 1, 5]), job([60, 61, 70]), job([0, 71, 75])],
      gives: 60,
    },
    {
      given: 'of its only job, retried',
      builds: [job([60, 61, 70])],
      gives: 60,
    },
    {
      given: 'of two jobs that were retried one after the other',
      builds: [job([0, 1, 5]), job([60, 61, 70]), job([90, 91, 95])],
      gives: 90,
    },
    {
      given: 'of a deployment by hand, hours later',
      builds: [job([0, 1, 5]), job([0, 300, 310], optional)],
      gives: 300,
    },
    {
      given: 'of a deployment by hand between two stages',
      builds: [job([0, 1, 5]), job([0, 6, 8], optional), job([0, 9, 12])],
      gives: undefined,
    },
    {
      given: 'of a deployment by hand that it waited for',
      builds: [job([0, 1, 5]), job([0, 300, 310], { manual: true })],
      gives: undefined,
    },
    {
      given: 'before anybody deployed by hand',
      builds: [job([0, 1, 5]), job([0], optional)],
      gives: undefined,
    },
  ])('$given is of an attempt asked for at $gives', ({ builds, gives }) => {
    const collected = readExample('the pipeline fails', { change: { builds } });

    const [first] = collected.status === 'accepted' ? collected.events : [];
    expect(first).toMatchObject(
      gives === undefined
        ? { record: run, attempt: 1 }
        : { state: 'pending', at: at(gives), attempt: 2 },
    );
  });
});

describe('a job of GitLab', () => {
  it('is read without the people in it', () => {
    const base = {
      kind: 'build',
      unit: 'job',
      record: 'gitlab:job:acme/shop/payments:1977',
      subject: 'gitlab:acme/shop/payments',
      title: 'unit',
      url: 'https://gitlab.example.com/Acme/Shop/Payments/-/jobs/1977',
      run,
      pipeline: 'Checks',
      runner: 'docker, linux',
      attempt: 1,
      sha: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
    };

    expect(readExample('the job fails, told before it runs')).toEqual(
      events(
        { ...base, state: 'pending', at: at(12) - 90_500 },
        { ...base, state: 'executing', at: at(12) },
        { ...base, state: 'finished', result: 'failure', at: at(20) },
      ),
    );
  });

  it.each([
    {
      given: 'the job runs',
      gives: events(
        { state: 'pending', at: at(12) - 90_500 },
        { state: 'executing', at: at(12) },
      ),
    },
    {
      given: 'the job is retried and its runner breaks',
      gives: events(
        { state: 'pending', attempt: 2 },
        { state: 'executing' },
        {
          record: 'gitlab:job:acme/shop/payments:1978',
          state: 'finished',
          result: 'error',
        },
      ),
    },
    {
      given: 'a job waits for somebody',
      gives: events({ state: 'waiting', at: at(0) }),
    },
    {
      given: 'a job of a request is skipped',
      gives: events({
        state: 'finished',
        result: 'skip',
        at: at(0),
        defaultBranch: false,
      }),
    },
  ])('tells that $given', ({ given, gives }) => {
    expect(readExample(given)).toMatchObject(gives);
  });

  it.each([
    'created',
    'pending',
    'preparing',
    'waiting_for_resource',
    'scheduled',
    'canceling',
  ])('that is %s has not begun to wait at a time that is known', status => {
    expect(
      readExample('a job is made', { change: { build_status: status } }),
    ).toEqual({
      status: 'ignored',
      because: expect.stringContaining(status),
    });
  });

  it.each([
    { given: 'script_failure', gives: 'failure' },
    { given: 'unknown_failure', gives: 'failure' },
    { given: null, gives: 'failure' },
    { given: 'job_execution_timeout', gives: 'timeout' },
    { given: 'runner_system_failure', gives: 'error' },
    { given: 'stuck_or_timeout_failure', gives: 'error' },
  ])('that failed of $given is a $gives', ({ given, gives }) => {
    const collected = readExample('the job fails, told before it runs', {
      change: { build_failure_reason: given },
    });

    expect(collected).toHaveProperty('events.2.result', gives);
  });

  it('that was canceled before it ran has no start', () => {
    expect(
      readExample('a job is made', {
        change: {
          build_status: 'canceled',
          build_finished_at: '2026-11-23T10:03:00Z',
        },
      }),
    ).toMatchObject(
      events({ state: 'finished', result: 'cancellation', at: at(3) }),
    );
  });

  it('of a runner without tags is known by whose the runner is', () => {
    const collected = readExample('the job runs', {
      change: { runner: { description: 'a host', runner_type: 'group_type' } },
    });

    expect(collected).toHaveProperty('events.0.runner', 'group_type');
  });

  it.each([
    {
      given: {
        project: { path_with_namespace: 'A/B', default_branch: 'main' },
      },
      gives: { subject: 'gitlab:a/b', defaultBranch: true, branch: 'main' },
    },
    {
      given: {
        repository: { git_ssh_url: 'ssh://git@host.example:2222/A/B/C.git' },
      },
      gives: { subject: 'gitlab:a/b/c' },
    },
    {
      given: { repository: { homepage: 'https://host.example/A/B' } },
      gives: { subject: 'gitlab:a/b' },
    },
  ])('is of the project in $given', ({ given, gives }) => {
    const collected = readExample('a job waits for somebody', {
      change: given,
    });

    expect(collected).toMatchObject({ events: [gives] });
  });

  it('of no project is refused', () => {
    expect(readExample('the job runs', { change: { repository: {} } })).toEqual(
      {
        status: 'rejected',
        because: expect.stringContaining('it names no project'),
      },
    );
  });
});
