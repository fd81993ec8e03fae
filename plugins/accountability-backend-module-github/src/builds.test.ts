import { collect, collectExample } from './__testUtils__/collect';
import { lastEvent } from './__testUtils__/lastEvent';
import { told } from './__testUtils__/told';

const sha = 'a'.repeat(40);
const repository = { full_name: 'Acme/Payments', default_branch: 'main' };
const subject = 'github:acme/payments';

const run = {
  id: 100,
  name: 'CI',
  display_title: 'Pay faster',
  run_number: 12,
  run_attempt: 1,
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  head_branch: 'main',
  head_sha: sha,
  head_repository: { full_name: 'acme/Payments' },
  html_url: 'https://github.com/Acme/Payments/actions/runs/100',
  created_at: '2026-11-23T12:00:00Z',
  run_started_at: '2026-11-23T12:00:00Z',
  updated_at: '2026-11-23T12:09:00Z',
};
const withRun = (given: object, of: object = {}) =>
  collect('workflow_run', {
    action: 'completed',
    workflow_run: { ...run, ...given },
    workflow: { name: 'CI' },
    repository,
    ...of,
  });

const job = {
  id: 500,
  run_id: 100,
  run_attempt: 2,
  name: 'test',
  workflow_name: 'CI',
  status: 'completed',
  conclusion: 'success',
  head_branch: 'topic',
  head_sha: sha,
  labels: ['ubuntu-latest'],
  runner_id: 5,
  runner_group_name: 'GitHub Actions',
  html_url: 'https://github.com/Acme/Payments/actions/runs/100/job/500',
  created_at: '2026-11-23T12:00:00Z',
  started_at: '2026-11-23T12:03:00Z',
  completed_at: '2026-11-23T12:08:00Z',
};
const withJob = (given: object, action = 'completed') =>
  collect('workflow_job', {
    action,
    workflow_job: { ...job, ...given },
    repository,
  });

describe('a run of a workflow', () => {
  it('is a build with everything but its people', () => {
    const base = {
      kind: 'build',
      unit: 'run',
      record: 'github:run:acme/payments:100:1',
      subject,
      pipeline: 'CI',
      title: 'CI #12',
      url: run.html_url,
      attempt: 1,
      sha,
      branch: 'main',
      defaultBranch: true,
    };

    expect(withRun({})).toEqual({
      status: 'accepted',
      events: [
        { ...base, state: 'pending', at: Date.parse(run.created_at) },
        {
          ...base,
          state: 'finished',
          result: 'success',
          at: Date.parse(run.updated_at),
        },
      ],
    });
  });

  it.each([
    { given: 'success', gives: 'finished success 12:09' },
    { given: 'failure', gives: 'finished failure 12:09' },
    { given: 'timed_out', gives: 'finished timeout 12:09' },
    { given: 'cancelled', gives: 'finished cancellation 12:09' },
    { given: 'skipped', gives: 'finished skip 12:09' },
    { given: 'startup_failure', gives: 'finished error 12:09' },
    { given: 'stale', gives: 'finished error 12:09' },
    { given: 'neutral', gives: 'finished 12:09' },
    { given: 'dreamed', gives: 'finished 12:09' },
    { given: null, gives: 'finished 12:09' },
  ])('that concludes $given is "$gives"', ({ given, gives }) => {
    expect(told(withRun({ conclusion: given }))).toEqual([
      'pending 12:00',
      gives,
    ]);
  });

  it.each([
    {
      given: 'it is requested',
      run: { status: 'queued', conclusion: null, updated_at: run.created_at },
      action: 'requested',
      gives: ['pending 12:00'],
    },
    {
      given: 'it begins',
      run: { status: 'in_progress', conclusion: null },
      action: 'in_progress',
      gives: ['pending 12:00', 'executing 12:09'],
    },
    {
      given: 'the payload of its begin was made after its end',
      run: {},
      action: 'in_progress',
      gives: ['pending 12:00', 'finished success 12:09'],
    },
    {
      given: 'it waits for an approval of a deployment',
      run: { status: 'waiting', conclusion: null },
      action: 'requested',
      gives: ['waiting 12:00'],
    },
    {
      given: 'it waits for an approval of a fork, which GitHub calls an end',
      run: { conclusion: 'action_required' },
      action: 'requested',
      gives: ['waiting 12:00'],
    },
    {
      given: 'it is requested again',
      run: {
        status: 'queued',
        conclusion: null,
        run_attempt: 2,
        run_started_at: '2026-11-23T12:20:00Z',
        updated_at: '2026-11-23T12:20:00Z',
      },
      action: 'requested',
      gives: ['pending 12:20'],
    },
    {
      given: 'another attempt does not say when it was asked for',
      run: { run_attempt: 2, run_started_at: null },
      action: 'completed',
      gives: ['finished success 12:09'],
    },
    {
      given: 'it does something that is still unknown',
      run: { status: 'dreaming', conclusion: null },
      action: 'dreaming',
      gives: ['ignored'],
    },
    {
      given: 'it does not say when it was updated',
      run: { updated_at: null },
      action: 'completed',
      gives: ['rejected'],
    },
  ])('tells $gives when $given', ({ run: given, action, gives }) => {
    expect(told(withRun(given, { action }))).toEqual(gives);
  });

  it.each([
    { given: { run_attempt: 2 }, gives: 'github:run:acme/payments:100:2' },
    { given: { run_attempt: null }, gives: 'github:run:acme/payments:100:1' },
  ])('of $given is the record $gives', ({ given, gives }) => {
    expect(lastEvent(withRun(given)).record).toBe(gives);
  });

  it.each([
    { given: {}, gives: true },
    { given: { event: 'schedule' }, gives: true },
    { given: { event: 'workflow_dispatch' }, gives: true },
    { given: { head_repository: null }, gives: true },
    { given: { event: 'pull_request' }, gives: false },
    { given: { event: 'pull_request_target' }, gives: false },
    { given: { head_repository: { full_name: 'me/payments' } }, gives: false },
    { given: { head_branch: 'topic' }, gives: false },
    { given: { event: 'merge_group', head_branch: 'q/main' }, gives: false },
    { given: { event: 'issue_comment' }, gives: undefined },
    { given: { event: 'workflow_run' }, gives: undefined },
    { given: { event: 'dynamic' }, gives: undefined },
    { given: { event: null }, gives: undefined },
    { given: { head_branch: null }, gives: undefined },
  ])('with $given built the default branch: $gives', ({ given, gives }) => {
    const collected = withRun(given);

    expect(lastEvent(collected).defaultBranch).toBe(gives);
    expect(lastEvent(collected).branch).toBe(gives ? 'main' : undefined);
  });

  it.each([
    { given: {}, of: {}, gives: 'CI' },
    {
      given: { name: 'Build for @ann', display_title: 'Build for @ann' },
      of: {},
      gives: 'CI',
    },
    { given: {}, of: { workflow: null }, gives: 'CI' },
    {
      given: { name: 'Build for ann', display_title: 'Build for ann' },
      of: { workflow: null },
      gives: undefined,
    },
  ])(
    'named $given and $of is of the pipeline $gives',
    ({ given, of, gives }) => {
      expect(lastEvent(withRun(given, of)).pipeline).toBe(gives);
    },
  );
});

describe('a job', () => {
  it('is a build that names its run and the kind of its runner', () => {
    const base = {
      kind: 'build',
      unit: 'job',
      record: 'github:job:acme/payments:500:2',
      run: 'github:run:acme/payments:100:2',
      subject,
      runner: 'ubuntu-latest',
      pipeline: 'CI / test',
      title: 'CI / test',
      url: job.html_url,
      attempt: 2,
      sha,
      defaultBranch: false,
    };

    expect(withJob({})).toEqual({
      status: 'accepted',
      events: [
        { ...base, state: 'executing', at: Date.parse(job.started_at) },
        {
          ...base,
          state: 'finished',
          result: 'success',
          at: Date.parse(job.completed_at),
        },
      ],
    });
  });

  it.each([
    { action: 'queued', given: { status: 'queued' }, gives: ['pending 12:00'] },
    {
      action: 'queued',
      given: { status: 'queued', created_at: undefined },
      gives: ['pending 12:03'],
    },
    {
      action: 'queued',
      given: { status: 'waiting' },
      gives: ['waiting 12:00'],
    },
    {
      action: 'waiting',
      given: { status: 'waiting' },
      gives: ['waiting 12:00'],
    },
    {
      action: 'waiting',
      given: { status: 'queued' },
      gives: ['waiting 12:00'],
    },
    {
      action: 'in_progress',
      given: { status: 'in_progress' },
      gives: ['executing 12:03'],
    },
    {
      action: 'completed',
      given: { conclusion: 'skipped', started_at: '2026-11-23T11:59:00Z' },
      gives: ['finished skip 12:08'],
    },
    {
      action: 'completed',
      given: { conclusion: 'cancelled', runner_id: null },
      gives: ['finished cancellation 12:08'],
    },
    {
      action: 'completed',
      given: { conclusion: 'cancelled', runner_id: 0 },
      gives: ['finished cancellation 12:08'],
    },
    {
      action: 'completed',
      given: { conclusion: 'failure' },
      gives: ['executing 12:03', 'finished failure 12:08'],
    },
    { action: 'completed', given: { completed_at: null }, gives: ['rejected'] },
    { action: 'in_progress', given: { started_at: '' }, gives: ['rejected'] },
    { action: 'dreaming', given: {}, gives: ['ignored'] },
  ])('that is $action with $given tells $gives', ({ action, given, gives }) => {
    expect(told(withJob(given, action))).toEqual(gives);
  });

  it.each([
    { given: { labels: ['self-hosted', 'gpu'] }, gives: 'gpu' },
    { given: { labels: ['self-hosted'] }, gives: 'self-hosted' },
    { given: { labels: [] }, gives: 'GitHub Actions' },
    { given: { labels: null }, gives: 'GitHub Actions' },
    { given: { labels: [], runner_group_name: null }, gives: undefined },
  ])('with $given ran on $gives', ({ given, gives }) => {
    expect(lastEvent(withJob(given)).runner).toBe(gives);
  });

  it('says nothing of the default branch, since a fork may have one of that name', () => {
    const collected = withJob({ head_branch: 'main' });

    expect(lastEvent(collected).defaultBranch).toBeUndefined();
    expect(lastEvent(collected).branch).toBeUndefined();
  });
});

describe('a check', () => {
  it('of another app is a build', () => {
    expect(collectExample('the build of the app failed')).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'build',
          unit: 'job',
          record: 'github:check:acme/payments:900',
          subject,
          pipeline: 'Other CI / build',
          title: 'Other CI / build',
          url: 'https://github.com/Acme/Payments/runs/900',
          sha,
          branch: 'main',
          defaultBranch: true,
          state: 'finished',
          result: 'failure',
          at: Date.parse('2026-11-23T12:06:00Z'),
        },
      ],
    });
  });

  it.each([
    { given: 'an app queues a build', gives: ['pending 12:01'] },
    { given: 'somebody asks for the build again', gives: ['ignored'] },
    { given: 'a job is a check too', gives: ['ignored'] },
    { given: 'the checks of an app ended', gives: ['ignored'] },
  ])('tells $gives when $given', ({ given, gives }) => {
    expect(told(collectExample(given))).toEqual(gives);
  });

  it.each([
    { given: { status: 'in_progress' }, gives: ['executing 12:01'] },
    {
      given: { status: 'completed', conclusion: 'action_required' },
      gives: ['waiting 12:06'],
    },
    { given: { status: 'completed', completed_at: null }, gives: ['rejected'] },
  ])('with $given tells $gives', ({ given, gives }) => {
    const collected = collect('check_run', {
      action: 'created',
      check_run: {
        id: 1,
        name: 'build',
        app: null,
        started_at: '2026-11-23T12:01:00Z',
        completed_at: '2026-11-23T12:06:00Z',
        ...given,
      },
      repository,
    });

    expect(told(collected)).toEqual(gives);
  });
});
