import { RecordEventInput } from 'backstage-plugin-accountability-common';
import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { branchOf } from '../payloads/branchOf';
import { pipelineOf } from '../payloads/buildNames';
import { endOf } from '../payloads/endOf';
import { optionalSha } from '../payloads/optionalSha';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, requireTime } from '../payloads/times';

const schema = z.object({
  action: z.string(),
  check_run: z.object({
    id: z.number(),
    name: optionalText(200),
    status: z.string(),
    conclusion: z.string().nullish(),
    head_sha: optionalSha,
    started_at: optionalTime,
    completed_at: optionalTime,
    html_url: optionalLink,
    app: z
      .object({
        slug: z.string().optional().catch(undefined),
        name: optionalText(200),
      })
      .nullish(),
    check_suite: z
      .object({ head_branch: z.string().nullish() })
      .optional()
      .catch(undefined),
  }),
  repository: repositoryPayload,
});

type CheckRun = z.output<typeof schema>['check_run'];
type Step = Pick<
  Extract<RecordEventInput, { kind: 'build' }>,
  'state' | 'result' | 'at'
>;

/** An app that builds or checks elsewhere says how it stands. */
export const checkRun = defineCollector({
  event: 'check_run',
  schema,
  collect: ({ action, check_run: check, repository }) => {
    if (check.app?.slug === 'github-actions') {
      return {
        ignored: 'GitHub Actions made it, and workflow_job tells of its jobs',
      };
    }
    if (action !== 'created' && action !== 'completed') {
      return {
        ignored: `GitHub's action "${action}" asks the app and moves nothing`,
      };
    }
    const slug = slugOf(repository);
    const pipeline = pipelineOf(check.app?.name, check.name);
    const base = {
      kind: 'build' as const,
      record: `github:check:${slug}:${check.id}`,
      subject: `github:${slug}`,
      unit: 'job' as const,
      pipeline,
      title: pipeline,
      url: check.html_url,
      sha: check.head_sha,
      // Checks of a fork's commits have no branch.
      ...branchOf(check.check_suite?.head_branch, repository),
    };
    return { events: [{ ...base, ...stepOf(check) }] };
  },
});

/**
 * What a payload tells of the check. `started_at` is when it was created until
 * the app says otherwise, so an ended one does not say when it began: taken as
 * a start, it would make every wait nothing.
 */
function stepOf(check: CheckRun): Step {
  const { status, started_at: startedAt } = check;
  if (status === 'completed') {
    return {
      ...endOf(check.conclusion),
      at: requireTime(check.completed_at),
    };
  }
  const state = status === 'in_progress' ? 'executing' : 'pending';
  return { state, at: requireTime(startedAt) };
}
