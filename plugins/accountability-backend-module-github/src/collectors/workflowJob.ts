import { RecordEventInput } from 'backstage-plugin-accountability-common';
import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { jobRecord, pipelineOf, runRecord } from '../payloads/buildNames';
import { branchOf } from '../payloads/branchOf';
import { endOf } from '../payloads/endOf';
import { optionalSha } from '../payloads/optionalSha';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, requireTime } from '../payloads/times';

const schema = z.object({
  action: z.string(),
  workflow_job: z.object({
    id: z.number(),
    run_id: z.number(),
    run_attempt: z.int().min(1).optional().catch(undefined),
    name: optionalText(200),
    workflow_name: optionalText(200),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_branch: z.string().nullish(),
    head_sha: optionalSha,
    labels: z.array(z.string()).optional().catch(undefined),
    runner_id: z.number().optional().catch(undefined),
    runner_group_name: optionalText(200),
    html_url: optionalLink,
    created_at: optionalTime,
    started_at: optionalTime,
    completed_at: optionalTime,
  }),
  repository: repositoryPayload,
});

type Payload = z.output<typeof schema>;
type Job = Payload['workflow_job'];
type Step = Pick<
  Extract<RecordEventInput, { kind: 'build' }>,
  'state' | 'result' | 'at'
>;

/** A job of a run was queued, waits for an approval, began or ended. */
export const workflowJob = defineCollector({
  event: 'workflow_job',
  schema,
  collect: payload => {
    const base = baseOf(payload);
    const steps = stepsOf(payload.action, payload.workflow_job);
    return steps.length === 0
      ? { ignored: `GitHub's action "${payload.action}" moves nothing` }
      : { events: steps.map(step => ({ ...base, ...step })) };
  },
});

function baseOf({ workflow_job: job, repository }: Payload) {
  const { defaultBranch } = branchOf(job.head_branch, repository);
  const pipeline = pipelineOf(job.workflow_name, job.name);
  return {
    kind: 'build' as const,
    record: jobRecord(repository, job.id, job.run_attempt),
    subject: `github:${slugOf(repository)}`,
    unit: 'job' as const,
    run: runRecord(repository, job.run_id, job.run_attempt),
    runner: runnerOf(job),
    pipeline,
    title: pipeline,
    url: job.html_url,
    attempt: job.run_attempt,
    sha: job.head_sha,
    // A job does not say whether its branch is that of a fork.
    ...(defaultBranch === false && { defaultBranch }),
  };
}

/**
 * What a payload tells of the job. That it was queued is taken from payloads
 * of queued jobs only: one that begins or ended has the same `created_at`
 * whether or not it waited for an approval since.
 */
function stepsOf(action: string, job: Job): Step[] {
  switch (action) {
    case 'queued':
    case 'requested':
    case 'pending':
    case 'waiting': {
      const waits = action === 'waiting' || job.status === 'waiting';
      const at = requireTime(job.created_at ?? job.started_at);
      return [{ state: waits ? 'waiting' : 'pending', at }];
    }
    case 'in_progress':
      return [{ state: 'executing', at: requireTime(job.started_at) }];
    case 'completed': {
      const end = {
        ...endOf(job.conclusion),
        at: requireTime(job.completed_at),
      };
      return job.started_at && hadRunner(job)
        ? [{ state: 'executing', at: job.started_at }, end]
        : [end];
    }
    default:
      return [];
  }
}

/** A job that was skipped or cancelled before it began has a start all the same, even before it was created. */
function hadRunner({ conclusion, runner_id: runnerId }: Job): boolean {
  return conclusion !== 'skipped' && runnerId !== undefined && runnerId > 0;
}

/** The label that says most: every machine of one's own is `self-hosted`. */
function runnerOf({ labels = [], runner_group_name: group }: Job) {
  const label = labels.find(each => each !== 'self-hosted') ?? labels[0];
  return label?.trim().slice(0, 200) || group;
}
