import {
  HttpFault,
  PolledDelivery,
  readEach,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { readAll } from './readAll';
import { PolledRepository } from './repositoryStream';
import { runList, WorkflowRun } from './workflowRuns';

const jobs = z.object({ jobs: z.unknown() });
const jobSchema = z.looseObject({
  id: z.number(),
  run_attempt: z.number().nullish(),
  status: z.string(),
});

/** Jobs of the runs that changed, of all of their attempts: one question for each run. */
export const workflowJobs = listStream<WorkflowRun>({
  ...runList,
  id: 'workflow_jobs',
  toDeliveries,
});

async function toDeliveries(
  run: WorkflowRun,
  { slug, repository, clients }: PolledRepository,
  signal: AbortSignal,
): Promise<PolledDelivery[] | HttpFault> {
  const listed = await readAll({
    client: clients.rest,
    path: `/repos/${slug}/actions/runs/${run.id}/jobs`,
    query: { filter: 'all', per_page: 100 },
    signal,
    read: body => readEach(jobSchema, jobs.safeParse(body).data?.jobs),
  });
  if ('fault' in listed) return listed;
  return listed.map(({ steps: _, runner_name: __, ...job }) => ({
    key: `${slug}/${job.id}`,
    headers: { 'x-github-event': 'workflow_job' },
    payload: { action: job.status, workflow_job: job, repository },
  }));
}
