import {
  epochOf,
  HttpFault,
  PolledDelivery,
  readEach,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { readAll } from './readAll';
import { PolledRepository } from './repositoryStream';

const deploymentSchema = z.looseObject({
  id: z.number(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
});
const statusSchema = z.looseObject({ id: z.number() });

type Deployment = z.output<typeof deploymentSchema>;

/**
 * Deployments with all of their statuses; a new status changes `updated_at`
 * of its deployment. GitHub lists them by when they were asked for, and one
 * may wait a week for an approval and still move.
 */
export const deployments = listStream<Deployment>({
  id: 'deployments',
  path: 'deployments',
  query: {},
  schema: deploymentSchema,
  changedAt: deployment => epochOf(deployment.updated_at),
  sortedBy: deployment => epochOf(deployment.created_at),
  lookBackMs: 7 * 24 * 60 * 60_000,
  toDeliveries,
});

async function toDeliveries(
  listed: Deployment,
  { slug, repository, clients }: PolledRepository,
  signal: AbortSignal,
): Promise<PolledDelivery[] | HttpFault> {
  const statuses = await readAll({
    client: clients.rest,
    path: `/repos/${slug}/deployments/${listed.id}/statuses`,
    query: { per_page: 100 },
    signal,
    read: body => readEach(statusSchema, body),
  });
  if ('fault' in statuses) return statuses;
  // It changes with every status, and those before would be told again.
  const { creator: _, updated_at: __, ...deployment } = listed;
  return [
    {
      key: `${slug}/${listed.id}`,
      headers: { 'x-github-event': 'deployment' },
      payload: { action: 'created', deployment, repository },
    },
    ...statuses.map(({ creator: ___, ...status }) => ({
      key: `${slug}/${listed.id}/${status.id}`,
      headers: { 'x-github-event': 'deployment_status' },
      payload: {
        action: 'created',
        deployment_status: status,
        deployment,
        repository,
      },
    })),
  ];
}
