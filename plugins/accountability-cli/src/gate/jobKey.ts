import { createHash, randomUUID } from 'node:crypto';
import { GateRequest } from 'backstage-plugin-accountability-common';

/** Variables by which CI tells one attempt of a job from the next, by CI. */
const attempts = [
  ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'],
  ['CI_JOB_ID'],
  ['BUILDKITE_JOB_ID', 'BUILDKITE_RETRY_COUNT'],
  ['CIRCLE_WORKFLOW_JOB_ID'],
  ['SYSTEM_JOBID', 'SYSTEM_JOBATTEMPT'],
  ['BUILD_TAG'],
];

/**
 * Key of a question: of the gate, all that is asked (service and commit among
 * it), and the attempt of the job that asks. What is sent twice has one
 * decision; a job that is run again is decided anew, since a key without the
 * attempt would keep denying for a day what has been mended meanwhile. Where
 * no CI is known each run of the command is an attempt.
 */
export function jobKey(
  gate: string,
  question: GateRequest,
  env: Record<string, string | undefined>,
): string {
  const names = attempts.find(each => each.every(name => env[name]));
  const attempt = names?.map(name => env[name]) ?? [randomUUID()];
  const digest = createHash('sha256')
    .update(JSON.stringify([gate, question, names, attempt]))
    .digest('hex');
  return `cli-${digest}`;
}
