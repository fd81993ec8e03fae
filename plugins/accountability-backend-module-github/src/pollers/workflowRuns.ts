import { epochOf, PolledDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { PolledRepository } from './repositoryStream';

const schema = z.looseObject({
  id: z.number(),
  run_attempt: z.number().nullish(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  status: z.string().nullish(),
  head_repository: z
    .object({ full_name: z.string() })
    .nullish()
    .catch(undefined),
});

/** A run as it is listed. */
export type WorkflowRun = z.output<typeof schema>;

/** How GitHub lists runs: by when they were first asked for. One that is run again keeps that, so it looks back a week. */
export const runList = {
  path: 'actions/runs',
  query: { exclude_pull_requests: 'true' },
  under: 'workflow_runs',
  schema,
  changedAt: (run: WorkflowRun) => epochOf(run.updated_at),
  sortedBy: (run: WorkflowRun) => epochOf(run.created_at),
  lookBackMs: 7 * 24 * 60 * 60_000,
};

/** Runs of workflows, each as its latest webhook told of it. */
export const workflowRuns = listStream<WorkflowRun>({
  ...runList,
  id: 'workflow_runs',
  toDeliveries,
});

/** Without the people in it and the whole repositories. */
function toDeliveries(
  listed: WorkflowRun,
  { slug, repository }: PolledRepository,
): PolledDelivery[] {
  const {
    actor: _,
    triggering_actor: __,
    repository: ___,
    head_commit: ____,
    ...run
  } = listed;
  const hasBegun = run.status === 'in_progress' || run.status === 'completed';
  return [
    {
      key: `${slug}/${run.id}/${run.run_attempt ?? 1}`,
      headers: { 'x-github-event': 'workflow_run' },
      payload: {
        action: hasBegun ? run.status : 'requested',
        workflow_run: run,
        repository,
      },
    },
  ];
}
