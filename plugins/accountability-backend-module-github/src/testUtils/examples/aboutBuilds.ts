import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { minute, repository, sha, somebody, webhook } from './webhook';

const run = {
  id: 100,
  name: 'Build for @somebody',
  display_title: 'Build for @somebody',
  run_number: 12,
  run_attempt: 1,
  event: 'push',
  status: 'queued',
  conclusion: null,
  head_branch: 'main',
  head_sha: sha('a'),
  head_repository: { full_name: 'acme/payments' },
  html_url: 'https://github.com/Acme/Payments/actions/runs/100',
  created_at: minute(0),
  run_started_at: minute(0),
  updated_at: minute(0),
  actor: somebody,
  triggering_actor: somebody,
  head_commit: { message: 'Thanks to @somebody', author: somebody },
};

const ofRun = (name: string, action: string, given: object) =>
  webhook(name, 'workflow_run', {
    action,
    workflow: { name: 'CI', path: '.github/workflows/ci.yml' },
    workflow_run: { ...run, ...given },
  });

const ended = (conclusion: string) => ({
  status: 'completed',
  conclusion,
  updated_at: minute(9),
});

const again = { run_attempt: 2, run_started_at: minute(20) };

const runs = [
  ofRun('the run failed, told before it began', 'completed', ended('failure')),
  ofRun('the run began', 'in_progress', {
    status: 'in_progress',
    updated_at: minute(1),
  }),
  ofRun('a run is asked for', 'requested', {}),
  ofRun('the run is asked for again', 'requested', {
    ...again,
    updated_at: minute(20),
  }),
  ofRun('the second attempt got through', 'completed', {
    ...ended('success'),
    ...again,
    updated_at: minute(29),
  }),
  ofRun('a run for a request of a fork waits for an approval', 'requested', {
    ...ended('action_required'),
    id: 101,
    event: 'pull_request',
    head_repository: { full_name: 'somebody/payments' },
    updated_at: minute(0),
  }),
  ofRun('the run for the request was skipped', 'completed', {
    ...ended('skipped'),
    id: 101,
    event: 'pull_request',
    head_repository: { full_name: 'somebody/payments' },
  }),
];

const job = {
  id: 500,
  run_id: 100,
  run_attempt: 1,
  name: 'test',
  workflow_name: 'CI',
  status: 'queued',
  conclusion: null,
  head_branch: 'main',
  head_sha: sha('a'),
  labels: ['self-hosted', 'linux'],
  runner_id: null,
  runner_name: 'machine of somebody',
  runner_group_name: null,
  html_url: 'https://github.com/Acme/Payments/actions/runs/100/job/500',
  created_at: minute(0),
  started_at: minute(0),
  completed_at: null,
  steps: [],
};

const ofJob = (name: string, action: string, given: object) =>
  webhook(name, 'workflow_job', { action, workflow_job: { ...job, ...given } });

const begun = {
  status: 'in_progress',
  started_at: minute(3),
  runner_id: 5,
  runner_group_name: 'Default',
};
const done = { ...begun, status: 'completed', completed_at: minute(8) };
const gated = { id: 501, name: 'deploy', head_branch: 'somebody/experiment' };

const jobs = [
  ofJob('a job got through, told before it began', 'completed', {
    ...done,
    conclusion: 'success',
  }),
  ofJob('the job began', 'in_progress', begun),
  ofJob('the job is queued', 'queued', {}),
  ofJob('a job is queued that waits for an approval', 'queued', {
    ...gated,
    status: 'waiting',
  }),
  ofJob('the job waits for an approval', 'waiting', {
    ...gated,
    status: 'waiting',
  }),
  ofJob('the job is queued again once it was approved', 'queued', gated),
  ofJob('the approved job began', 'in_progress', { ...gated, ...begun }),
  ofJob('the approved job timed out', 'completed', {
    ...gated,
    ...done,
    conclusion: 'timed_out',
  }),
  ofJob('a job is skipped, and began before it was made', 'completed', {
    id: 502,
    status: 'completed',
    conclusion: 'skipped',
    created_at: minute(5),
    started_at: minute(4),
    completed_at: minute(5),
  }),
  ofJob('a job does something that is still unknown', 'dreaming', {}),
];

const check = (name: string, action: string, given: object) =>
  webhook(name, 'check_run', {
    action,
    check_run: {
      id: 900,
      name: 'build',
      status: 'queued',
      conclusion: null,
      head_sha: sha('a'),
      started_at: minute(1),
      completed_at: null,
      html_url: 'https://github.com/Acme/Payments/runs/900',
      app: { slug: 'other-ci', name: 'Other CI', owner: somebody },
      check_suite: { head_branch: 'main', app: {} },
      pull_requests: [],
      ...given,
    },
  });

const checks = [
  check('an app queues a build', 'created', {}),
  check('the build of the app failed', 'completed', {
    status: 'completed',
    conclusion: 'failure',
    completed_at: minute(6),
  }),
  check('somebody asks for the build again', 'rerequested', {}),
  check('a job is a check too', 'created', {
    id: 901,
    app: { slug: 'github-actions', name: 'GitHub Actions' },
  }),
  webhook('the checks of an app ended', 'check_suite', {
    action: 'completed',
    check_suite: { id: 9, head_commit: { author: somebody } },
  }),
];

const statusOf = (name: string, state: string, updatedAt: string) =>
  webhook(name, 'status', {
    id: 1,
    sha: sha('e'),
    context: 'ci/elsewhere',
    state,
    description: 'Built for @somebody',
    target_url: 'https://ci.example.org/1',
    commit: { author: somebody },
    updated_at: updatedAt,
  });

const statuses = [
  statusOf('a builder elsewhere got through', 'success', minute(8)),
  statusOf('the builder elsewhere takes a commit on', 'pending', minute(1)),
];

/** Runs, jobs and checks, as GitHub tells of them: out of order, twice, with gates and attempts. */
export const aboutBuilds: ExampleDelivery[] = [
  ...runs,
  ...jobs,
  ...checks,
  ...statuses,
  {
    name: 'a run as the poller fetched it',
    headers: { 'x-github-event': 'workflow_run' },
    body: {
      action: 'completed',
      workflow_run: {
        ...run,
        ...ended('failure'),
        name: 'CI',
        head_repository: undefined,
      },
      repository,
    },
  },
];
