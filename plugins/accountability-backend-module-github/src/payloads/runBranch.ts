import { Branch, branchOf } from './branchOf';
import { slugOf } from './slugOf';
import { WorkflowRunPayload } from './workflowRunPayload';

/**
 * Events that build a branch as it is. Others run on the default branch only
 * for want of another: that somebody wrote a comment, that a run of a request
 * ended, or that Dependabot looked for updates says nothing of it.
 */
const building = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
];

/**
 * The branch that a run built. A request of a fork may come from a branch that
 * is named like the default one, so runs of requests never count as that.
 */
export function runBranch({
  workflow_run: run,
  repository,
}: WorkflowRunPayload): Branch {
  const branch = branchOf(run.head_branch, repository);
  if (branch.defaultBranch !== true) return branch;
  if (run.event?.startsWith('pull_request')) return { defaultBranch: false };
  const { head_repository: head } = run;
  if (head && slugOf(head) !== slugOf(repository)) {
    return { defaultBranch: false };
  }
  return building.includes(run.event ?? '') ? branch : {};
}
