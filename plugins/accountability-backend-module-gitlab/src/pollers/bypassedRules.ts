import { epochOf } from 'backstage-plugin-accountability-node';
import { AskedRequest } from './requestQuery';

/**
 * That a request was merged though its pipeline had failed and the project
 * merges nothing then, as when somebody pushes its commits to the branch. There
 * are rules that GitLab does not tell of, so it never says that none was gone
 * round.
 */
export function bypassedRules(
  { headPipeline }: AskedRequest,
  given: { mustSucceed?: boolean | null; mergedAt?: string | null },
): string[] | undefined {
  const finishedAt = epochOf(headPipeline?.finishedAt);
  const mergedAt = epochOf(given.mergedAt);
  const hadFailed =
    headPipeline?.status?.toUpperCase() === 'FAILED' &&
    finishedAt !== undefined &&
    mergedAt !== undefined &&
    finishedAt <= mergedAt;
  return given.mustSucceed && hadFailed
    ? ['only_allow_merge_if_pipeline_succeeds']
    : undefined;
}
