import { z } from 'zod';
import { hookOf } from './hookOf';
import { listStream } from './listStream';

const schema = z.object({
  id: z.number(),
  ref: z.string(),
  sha: z.string(),
  status: z.string(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  environment: z
    .object({
      name: z.string(),
      tier: z.string().nullish(),
      external_url: z.string().nullish(),
    })
    .nullish(),
  deployable: z
    .object({
      id: z.number(),
      web_url: z.string().nullish(),
      started_at: z.string().nullish(),
      finished_at: z.string().nullish(),
      commit: z.object({ title: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

type Deployment = z.output<typeof schema>;

const ended = ['success', 'failed', 'canceled'];

/** Deployments. GitLab lists the state of now; when it was reached, and those before it, are read off the job. */
export const deployments = listStream<Deployment>({
  id: 'deployments',
  path: 'deployments',
  query: {},
  schema,
  changedAt: ({ updated_at: updatedAt }) => updatedAt,
  toDeliveries: (deployment, { project }) =>
    statesOf(deployment).map(([status, changedAt]) =>
      hookOf({
        key: `${deployment.id}/${status}`,
        event: 'Deployment Hook',
        project,
        payload: {
          object_kind: 'deployment',
          status,
          status_changed_at: changedAt,
          deployment_id: deployment.id,
          deployable_id: deployment.deployable?.id ?? null,
          deployable_url: deployment.deployable?.web_url ?? null,
          environment: deployment.environment?.name ?? null,
          environment_tier: deployment.environment?.tier ?? null,
          environment_external_url:
            deployment.environment?.external_url ?? null,
          short_sha: deployment.sha.slice(0, 8),
          commit_url: `${project.web_url}/-/commit/${deployment.sha}`,
          commit_title: deployment.deployable?.commit?.title ?? null,
          ref: deployment.ref,
        },
      }),
    ),
});

/** States that it certainly went through, each with when. */
function statesOf(deployment: Deployment): [string, string][] {
  const { status, created_at: createdAt, updated_at: updatedAt } = deployment;
  const { started_at: startedAt, finished_at: finishedAt } =
    deployment.deployable ?? {};
  const states: [string, string][] = [['created', createdAt]];
  const hasEnded = ended.includes(status);
  const runningAt = startedAt ?? (hasEnded ? undefined : updatedAt);
  if (runningAt && (hasEnded || status === 'running')) {
    states.push(['running', runningAt]);
  }
  if (hasEnded) states.push([status, finishedAt ?? updatedAt ?? createdAt]);
  else if (status !== 'created' && status !== 'running') {
    states.push([status, updatedAt ?? createdAt]);
  }
  return states;
}
