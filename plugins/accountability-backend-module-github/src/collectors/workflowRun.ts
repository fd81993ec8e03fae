import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { defineCollector } from 'backstage-plugin-accountability-node';
import { pipelineOf, runRecord } from '../payloads/buildNames';
import { endOf } from '../payloads/endOf';
import { runBranch } from '../payloads/runBranch';
import { slugOf } from '../payloads/slugOf';
import {
  WorkflowRunPayload,
  workflowRunPayload,
} from '../payloads/workflowRunPayload';

/** A run of a workflow was asked for, moved on or ended. */
export const workflowRun = defineCollector({
  event: 'workflow_run',
  schema: workflowRunPayload,
  collect: payload => {
    const { workflow_run: run, repository } = payload;
    const step = stepOf(payload);
    if (!step) {
      return { ignored: `GitHub's status "${run.status}" moves nothing` };
    }
    const askedAt = askedAtOf(run);
    const pipeline = pipelineOf(nameOf(payload));
    const base = {
      kind: 'build' as const,
      record: runRecord(repository, run.id, run.run_attempt),
      subject: `github:${slugOf(repository)}`,
      unit: 'run' as const,
      pipeline,
      title: pipeline && titleOf(pipeline, run.run_number),
      url: run.html_url,
      attempt: run.run_attempt,
      sha: run.head_sha,
      ...runBranch(payload),
    };
    const hasBegun = step.state === 'executing' || step.state === 'finished';
    const events: RecordEventInput[] = [
      {
        ...base,
        ...step,
        at: (hasBegun ? undefined : askedAt) ?? run.updated_at,
      },
    ];
    if (hasBegun && askedAt) {
      events.unshift({ ...base, state: 'pending', at: askedAt });
    }
    return { events };
  },
});

/**
 * Where the run stands as the payload was made: it may be later than what the
 * payload was made for.
 */
function stepOf({
  action,
  workflow_run: { status, conclusion },
}: WorkflowRunPayload) {
  if (status === 'completed' || action === 'completed') {
    return endOf(conclusion);
  }
  if (status === 'in_progress' || action === 'in_progress') {
    return { state: 'executing' as const };
  }
  if (status === 'waiting') return { state: 'waiting' as const };
  return action === 'requested' ? { state: 'pending' as const } : undefined;
}

/** A run that is run again keeps when it was first asked for, and says when its attempt was. */
function askedAtOf({
  run_attempt: attempt = 1,
  created_at: createdAt,
  run_started_at: startedAt,
}: WorkflowRunPayload['workflow_run']): string | undefined {
  return attempt === 1 ? createdAt : startedAt;
}

/** The workflow's name. A run may have a name of its own, which often names a person. */
function nameOf({ workflow, workflow_run: run }: WorkflowRunPayload) {
  if (workflow?.name) return workflow.name;
  return run.name === run.display_title ? undefined : run.name;
}

function titleOf(pipeline: string, runNumber: number | undefined): string {
  return runNumber === undefined ? pipeline : `${pipeline} #${runNumber}`;
}
