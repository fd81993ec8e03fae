import { somebody, utc, webhook } from './webhook';

const job = (name: string, body: object) =>
  webhook(name, 'Job Hook', {
    object_kind: 'build',
    ref: 'main',
    tag: false,
    sha: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
    build_id: 1977,
    build_name: 'unit',
    build_stage: 'test',
    build_created_at: utc(0),
    build_started_at: null,
    build_finished_at: null,
    build_queued_duration: null,
    build_allow_failure: false,
    build_failure_reason: 'unknown_failure',
    retries_count: 0,
    pipeline_id: 31,
    project_name: 'Somebody Else / Payments',
    user: somebody,
    commit: {
      id: 31,
      name: 'Checks',
      author_name: 'Somebody Else',
      author_email: 'somebody@example.com',
    },
    repository: {
      name: 'Payments',
      homepage: 'https://gitlab.example.com/Acme/Shop/Payments',
      git_ssh_url: 'git@gitlab.example.com:Acme/Shop/Payments.git',
    },
    runner: null,
    ...body,
  });

const runner = {
  id: 1,
  description: "somebody's laptop",
  runner_type: 'project_type',
  tags: ['linux', 'docker'],
};
const ran = {
  build_started_at: utc(12),
  build_queued_duration: 90.5,
  runner,
};

/** One that waits for a stage and then for a runner, its retry, and one that waits for somebody. */
export const jobs = [
  job('a job is made', { build_status: 'created' }),
  job('the job waits for a runner', { build_status: 'pending' }),
  job('the job fails, told before it runs', {
    build_status: 'failed',
    build_finished_at: utc(20),
    build_failure_reason: 'script_failure',
    ...ran,
  }),
  job('the job runs', { build_status: 'running', ...ran }),
  job('the job is retried and its runner breaks', {
    ...ran,
    build_id: 1978,
    build_status: 'failed',
    build_created_at: utc(30),
    build_started_at: utc(31),
    build_finished_at: utc(32),
    build_failure_reason: 'runner_system_failure',
    retries_count: 1,
  }),
  job('a job waits for somebody', { build_id: 1979, build_status: 'manual' }),
  job('the job that waited is played and succeeds', {
    ...ran,
    build_id: 1979,
    build_status: 'success',
    build_started_at: utc(60),
    build_finished_at: utc(61),
  }),
  job('a job of a request is skipped', {
    build_id: 1980,
    build_status: 'skipped',
    ref: 'refs/merge-requests/1/head',
    runner: undefined,
  }),
];
