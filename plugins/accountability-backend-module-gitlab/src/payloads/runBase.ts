import { Branch, branchOf } from './branchOf';
import { PipelinePayload } from './pipelinePayload';
import { slugOf } from './slugOf';

/** What every event about a pipeline says. */
export function runBase({
  object_attributes: pipeline,
  merge_request: request,
  project,
}: PipelinePayload) {
  const slug = slugOf(project);
  const isOfRequest = !!request || pipeline.source === 'merge_request_event';
  const branch: Branch =
    isOfRequest || pipeline.tag
      ? // The branch of a request may be called like the default one, in a fork.
        { defaultBranch: false }
      : branchOf(pipeline.ref, project.default_branch);
  return {
    kind: 'build' as const,
    unit: 'run' as const,
    record: runId(slug, pipeline.id),
    subject: `gitlab:${slug}`,
    title: pipeline.name,
    pipeline: pipeline.name,
    url:
      pipeline.url ??
      (project.web_url && `${project.web_url}/-/pipelines/${pipeline.id}`),
    sha: pipeline.sha,
    attempt: 1,
    ...branch,
  };
}

/** Record id of a pipeline's first attempt, which its jobs are said to belong to. */
export function runId(slug: string, pipelineId: number): string {
  return `gitlab:run:${slug}:${pipelineId}`;
}
