import { RunResult } from 'backstage-plugin-accountability-common';
import {
  defineCollector,
  optionalLink,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { deploymentBase } from '../payloads/deploymentBase';
import { deploymentPayload } from '../payloads/deploymentPayload';

type State =
  | { state: 'pending' | 'executing' | 'superseded' }
  | { state: 'finished'; result: RunResult };

/** GitHub's states; `inactive` says that another deployment took its place, never that this one failed. */
const states = new Map<string, State>([
  ['queued', { state: 'pending' }],
  ['pending', { state: 'pending' }],
  ['waiting', { state: 'pending' }],
  ['in_progress', { state: 'executing' }],
  ['success', { state: 'finished', result: 'success' }],
  ['failure', { state: 'finished', result: 'failure' }],
  ['error', { state: 'finished', result: 'error' }],
  ['inactive', { state: 'superseded' }],
]);

/** A deployment moved on. */
export const deploymentStatus = defineCollector({
  event: 'deployment_status',
  schema: z.object({
    ...deploymentPayload,
    deployment_status: z.object({
      state: z.string(),
      created_at: z.string(),
      target_url: optionalLink,
      log_url: optionalLink,
    }),
  }),
  collect: payload => {
    const status = payload.deployment_status;
    const state = states.get(status.state);
    if (!state) {
      return { ignored: `GitHub's state "${status.state}" moves nothing` };
    }
    const base = deploymentBase(payload);
    return {
      events: [
        {
          ...base,
          kind: 'deployment',
          ...state,
          at: status.created_at,
          url: status.log_url ?? status.target_url ?? base.url,
        },
      ],
    };
  },
});
