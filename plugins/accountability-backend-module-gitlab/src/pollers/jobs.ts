import {
  HttpFault,
  PolledDelivery,
} from 'backstage-plugin-accountability-node';
import { hookOf } from './hookOf';
import { Job, jobSchema } from './jobSchema';
import { listStream } from './listStream';
import { ListedPipeline, pipelineList } from './pipelines';
import { PolledProject } from './projectStream';
import { readAll } from './readAll';
import { secondsOf } from './secondsOf';

/** Jobs of the pipelines that changed, those that were retried among them: one question for each pipeline. */
export const jobs = listStream<ListedPipeline>({
  ...pipelineList,
  id: 'jobs',
  toDeliveries,
});

async function toDeliveries(
  { id }: ListedPipeline,
  polled: PolledProject,
): Promise<PolledDelivery[] | HttpFault> {
  const path = `/projects/${polled.project.id}/pipelines/${id}/jobs`;
  const listed = await readAll(polled, path, {
    schema: jobSchema,
    query: { include_retried: 'true' },
  });
  if ('fault' in listed) return listed;
  return listed.map(job =>
    hookOf({
      key: `${job.id}`,
      event: 'Job Hook',
      project: polled.project,
      payload: toHook(job, id),
    }),
  );
}

/** Its runner is listed with other words than webhooks have, so it is left to them. */
function toHook(job: Job, pipelineId: number) {
  return {
    object_kind: 'build',
    ref: job.ref,
    tag: job.tag,
    sha: job.commit?.id,
    build_id: job.id,
    build_name: job.name,
    build_stage: job.stage,
    build_status: job.status,
    build_created_at: secondsOf(job.created_at),
    build_started_at: secondsOf(job.started_at),
    build_finished_at: secondsOf(job.finished_at),
    build_queued_duration: job.queued_duration,
    build_allow_failure: job.allow_failure,
    build_failure_reason: job.failure_reason,
    pipeline_id: pipelineId,
  };
}
