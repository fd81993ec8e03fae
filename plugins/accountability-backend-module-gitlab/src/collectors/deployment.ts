import { RunResult } from 'backstage-plugin-accountability-common';
import {
  defineCollector,
  optionalLink,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { environmentOf } from '../payloads/environmentOf';
import { optionalSha } from '../payloads/optionalSha';
import { optionalText } from '../payloads/optionalText';
import { optionalWord } from '../payloads/optionalWord';
import { projectPayload } from '../payloads/projectPayload';
import { slugOf } from '../payloads/slugOf';
import { time } from '../payloads/times';

type State =
  | { state: 'pending' | 'executing' }
  | { state: 'finished'; result: RunResult };

/** GitLab's states of the deployment itself; its job has states of its own, which disagree at times. */
const states = new Map<string, State>([
  ['created', { state: 'pending' }],
  ['blocked', { state: 'pending' }],
  ['running', { state: 'executing' }],
  ['success', { state: 'finished', result: 'success' }],
  ['failed', { state: 'finished', result: 'failure' }],
  ['canceled', { state: 'finished', result: 'cancellation' }],
  ['skipped', { state: 'finished', result: 'skip' }],
]);

const schema = z.object({
  status: z.string(),
  status_changed_at: time,
  deployment_id: z.int(),
  deployable_url: optionalLink,
  environment: optionalWord,
  environment_tier: optionalWord,
  commit_url: optionalWord,
  commit_title: optionalText(500),
  ref: optionalWord,
  project: projectPayload,
});

/** A deployment moved on. */
export const deployment = defineCollector({
  event: 'deployment',
  schema,
  collect: payload => {
    const state = states.get(payload.status);
    if (!state) {
      return { ignored: `GitLab's state "${payload.status}" moves nothing` };
    }
    const slug = slugOf(payload.project);
    return {
      events: [
        {
          kind: 'deployment',
          record: `gitlab:deployment:${slug}:${payload.deployment_id}`,
          subject: `gitlab:${slug}`,
          at: payload.status_changed_at,
          ...state,
          title: payload.commit_title,
          url: payload.deployable_url,
          environment: environmentOf({
            name: payload.environment,
            tier: payload.environment_tier,
          }),
          sha: optionalSha.parse(payload.commit_url?.split('/').pop()),
          version: versionOf(payload),
        },
      ],
    };
  },
});

/** A ref is a branch or a tag, and GitLab does not say which; one that reads as a version is a tag. */
function versionOf({
  ref,
  project,
}: z.output<typeof schema>): string | undefined {
  const reads = ref !== undefined && /^v?\d+(\.\d+)+([-+_.]|$)/i.test(ref);
  return reads && ref !== project.default_branch
    ? ref.slice(0, 200)
    : undefined;
}
