import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  policyReadPermission,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { authorize } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest } from './callerRequest';
import { compileCandidate } from './dryRun/compileCandidate';
import { findRunServices } from './dryRun/findRunServices';
import { runCandidate, runSchema } from './dryRun/runCandidate';
import { instantText } from './instantText';

const MOST_SERVICES = 50;
const MOST_CHARACTERS = 100_000;
const MOST_FAULTS = 50;

const output = (z: ActionZod) =>
  z.object({
    asOf: z.string(),
    compiles: z.boolean(),
    faults: z.array(
      z.object({ line: z.number(), column: z.number(), message: z.string() }),
    ),
    faultsLeft: z.number(),
    run: runSchema(z).optional(),
  });

/** `dry-run-policy`: what a scorecard that is not in force would say now. */
export function registerDryRunPolicy(context: ActionContext): void {
  context.registry.register({
    name: 'dry-run-policy',
    title: 'Try a policy without bringing it into force',
    description: `Compiles scorecards given as YAML (apiVersion accountability.io/v1alpha1, kind Scorecard) and holds them against facts as they were last measured, of one service or of up to ${MOST_SERVICES} services of a group. Gives the faults with line and column, the results by check, and what would change against the policy in force. Nothing is written. Facts that are unknown stay unknown. For the past of all services use a backtest.`,
    visibilityPermission: policyReadPermission,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          policy: z
            .string()
            .min(1)
            .max(MOST_CHARACTERS)
            .describe('One or more scorecards as YAML'),
          service: z
            .string()
            .max(500)
            .optional()
            .describe('Entity ref of a service; this or group'),
          group: z
            .string()
            .max(500)
            .optional()
            .describe('Entity ref of a group; this or service'),
        }),
      output,
    },
    examples: [
      {
        title: 'Whether payments would pass a stricter check',
        input: {
          service: 'component:default/payments',
          policy: [
            'apiVersion: accountability.io/v1alpha1',
            'kind: Scorecard',
            'metadata: { name: strict, title: Strict }',
            'spec:',
            '  levels: [bronze]',
            '  checks:',
            '    - id: few-failures',
            '      title: Few changes fail',
            '      burden: reliability',
            '      level: bronze',
            '      expression: reliability.change_fail_rate <= 0.05',
          ].join('\n'),
        },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: await dryRun(context, input, credentials),
    }),
  });
}

async function dryRun(
  context: ActionContext,
  input: { policy: string; service?: string; group?: string },
  credentials: BackstageCredentials,
) {
  const { api, auth, facts } = context;
  if ((input.service === undefined) === (input.group === undefined)) {
    throw new InputError('Name either a service or a group to run it for');
  }
  const req = callerRequest(
    { auth, credentials },
    { params: {}, query: {}, body: undefined },
  );
  await authorize(api, req, policyReadPermission);
  const caller = await authorize(api, req, scorecardReadPermission);
  const now = api.now();
  const { candidate, faults } = compileCandidate(input.policy, facts);
  const answer = {
    asOf: instantText(now),
    compiles: faults.length === 0,
    faults: faults.slice(0, MOST_FAULTS),
    faultsLeft: Math.max(0, faults.length - MOST_FAULTS),
  };
  // What compiled of it is run all the same: one bad check disables no other.
  const found = await findRunServices(api, { ...input, caller }, MOST_SERVICES);
  if (candidate.scorecards.length === 0) return answer;
  return {
    ...answer,
    run: await runCandidate(context, { candidate, ...found, now }),
  };
}
