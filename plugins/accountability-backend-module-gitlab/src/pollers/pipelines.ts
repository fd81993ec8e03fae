import {
  HttpFault,
  PolledDelivery,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { hookOf } from './hookOf';
import { Job, jobSchema } from './jobSchema';
import { listStream } from './listStream';
import { readAll } from './readAll';
import { PolledProject } from './projectStream';
import { readOne } from './readOne';
import { secondsOf } from './secondsOf';

const listedSchema = z.object({
  id: z.number(),
  updated_at: z.string().nullish(),
});
const schema = z.object({
  id: z.number(),
  name: z.string().nullish(),
  ref: z.string().nullish(),
  tag: z.boolean().nullish(),
  sha: z.string().nullish(),
  source: z.string().nullish(),
  status: z.string(),
  created_at: z.string(),
  finished_at: z.string().nullish(),
  queued_duration: z.number().nullish(),
  web_url: z.string().nullish(),
});

/** A pipeline as it is listed. */
export type ListedPipeline = z.output<typeof listedSchema>;

/** How GitLab lists pipelines. */
export const pipelineList = {
  path: 'pipelines',
  query: {},
  schema: listedSchema,
  changedAt: ({ updated_at: updatedAt }: ListedPipeline) => updatedAt,
};

/** Pipelines with the times of their jobs, by which a retried one is told: two questions for each that changed. */
export const pipelines = listStream<ListedPipeline>({
  ...pipelineList,
  id: 'pipelines',
  toDeliveries,
});

async function toDeliveries(
  { id }: ListedPipeline,
  polled: PolledProject,
): Promise<PolledDelivery[] | HttpFault> {
  const path = `/projects/${polled.project.id}/pipelines/${id}`;
  const read = await readOne(polled, path, schema);
  if (!read) return [];
  if ('fault' in read) return read;
  const jobs = await readAll(polled, `${path}/jobs`, { schema: jobSchema });
  if ('fault' in jobs) return jobs;
  const { web_url: url, ...pipeline } = read.is;
  return [
    hookOf({
      key: `${id}`,
      event: 'Pipeline Hook',
      project: polled.project,
      payload: {
        object_kind: 'pipeline',
        object_attributes: {
          ...pipeline,
          created_at: secondsOf(pipeline.created_at),
          finished_at: secondsOf(pipeline.finished_at),
          url,
        },
        builds: jobs.map(toBuild),
      },
    }),
  ];
}

/** GitLab does not list which jobs are started by hand. */
function toBuild(job: Job) {
  return {
    id: job.id,
    created_at: secondsOf(job.created_at),
    started_at: secondsOf(job.started_at),
    finished_at: secondsOf(job.finished_at),
    allow_failure: job.allow_failure ?? undefined,
  };
}
