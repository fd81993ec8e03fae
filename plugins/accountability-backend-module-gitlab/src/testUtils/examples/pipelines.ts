import { project, somebody, utc, webhook } from './webhook';

const sha = 'bcbb5ec396a2c0f828686f14fac9b80b780504f2';

/** A job as a pipeline tells of it. */
const job = (id: number, body: object) => ({
  id,
  stage: 'test',
  name: 'unit',
  status: 'success',
  created_at: utc(0),
  started_at: null,
  finished_at: null,
  when: 'on_success',
  manual: false,
  allow_failure: false,
  user: somebody,
  runner: { id: 1, description: "somebody's laptop", tags: ['linux'] },
  ...body,
});

const pipeline = (name: string, attributes: object, builds: object[]) =>
  webhook(name, 'Pipeline Hook', {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      iid: 3,
      name: 'Checks',
      ref: 'main',
      tag: false,
      sha,
      source: 'push',
      created_at: utc(0),
      finished_at: null,
      duration: null,
      queued_duration: null,
      variables: [{ key: 'SOMEBODY', value: 'somebody' }],
      url: `${project.web_url}/-/pipelines/31`,
      ...attributes,
    },
    user: somebody,
    project,
    commit: { id: sha, author: { email: 'somebody@example.com' } },
    builds,
  });

const failing = job(1, {
  status: 'failed',
  started_at: utc(1),
  finished_at: utc(5),
});
const retried = job(2, {
  created_at: utc(120),
  started_at: utc(121),
  finished_at: utc(126),
});
const deploy = job(3, {
  name: 'deploy',
  status: 'manual',
  manual: true,
  allow_failure: true,
});

/** One that fails, is retried and then deploys by hand, and others of a request and of nothing. */
export const pipelines = [
  pipeline('a pipeline is made', { status: 'pending' }, [job(1, {}), deploy]),
  pipeline('the pipeline runs', { status: 'running', queued_duration: 60 }, [
    job(1, { status: 'running', started_at: utc(1) }),
    deploy,
  ]),
  pipeline(
    'the pipeline is retried and succeeds, told before it failed',
    {
      status: 'success',
      finished_at: utc(126),
      duration: 300,
      queued_duration: 60,
    },
    [retried, deploy],
  ),
  pipeline(
    'the pipeline fails',
    {
      status: 'failed',
      finished_at: utc(5),
      duration: 240,
      queued_duration: 60,
    },
    [failing, deploy],
  ),
  pipeline(
    'the retried pipeline runs',
    { status: 'running', finished_at: utc(5), queued_duration: 60 },
    [job(2, { created_at: utc(120), started_at: utc(121) }), deploy],
  ),
  pipeline(
    'somebody deploys by hand, and the pipeline succeeds once more',
    {
      status: 'success',
      finished_at: utc(190),
      duration: 600,
      queued_duration: 60,
    },
    [retried, { ...deploy, started_at: utc(185), finished_at: utc(190) }],
  ),
  {
    ...pipeline(
      'a pipeline of a request is canceled',
      {
        id: 32,
        status: 'canceled',
        source: 'merge_request_event',
        finished_at: utc(3),
      },
      [],
    ),
  },
  pipeline('a pipeline is skipped', { id: 33, status: 'skipped' }, []),
  pipeline('a pipeline waits for somebody', { id: 34, status: 'manual' }, [
    deploy,
  ]),
];
