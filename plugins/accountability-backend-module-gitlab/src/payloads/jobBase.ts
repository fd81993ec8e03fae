import { branchOf } from './branchOf';
import { JobPayload } from './jobPayload';
import { projectOfJob } from './projectOfJob';
import { runId } from './runBase';
import { slugOf } from './slugOf';

/** What every event about a job says. A job that is retried is another job, with an id of its own. */
export function jobBase(payload: JobPayload) {
  const {
    build_id: id,
    pipeline_id: pipelineId,
    retries_count: retries,
  } = payload;
  const project = projectOfJob(payload);
  const slug = slugOf(project);
  // The ref of a pipeline of a merge request is none of a branch.
  const isBranch = !payload.tag && !payload.ref?.startsWith('refs/');
  return {
    kind: 'build' as const,
    unit: 'job' as const,
    record: `gitlab:job:${slug}:${id}`,
    subject: `gitlab:${slug}`,
    title: payload.build_name,
    url: project.web_url && `${project.web_url}/-/jobs/${id}`,
    run: pipelineId === undefined ? undefined : runId(slug, pipelineId),
    pipeline: payload.commit?.name,
    runner: runnerOf(payload),
    attempt: retries === undefined ? undefined : retries + 1,
    sha: payload.sha,
    ...(isBranch
      ? branchOf(payload.ref, project.default_branch)
      : { defaultBranch: false }),
  };
}

/** The kind of runner: its tags, else whose it is. Its description names machines, and people at times. */
function runnerOf({ runner }: JobPayload): string | undefined {
  const tags = [...(runner?.tags ?? [])].sort().join(', ').trim();
  return (tags || runner?.runner_type)?.slice(0, 200);
}
