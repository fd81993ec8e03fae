import { InputError } from '@backstage/errors';
import {
  enforcementPoints,
  gateAskPermission,
} from 'backstage-plugin-accountability-common';
import { postDecision } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest, onlyUsers } from './callerRequest';
import { decisionBrief, decisionBriefSchema } from './decisionBrief';

const MOST_LABELS = 20;

const input = (z: ActionZod) =>
  z.object({
    gate: z.string().max(200).describe('Name of the gate'),
    service: z
      .string()
      .max(400)
      .describe('Entity ref of the service: component:default/payments'),
    point: z
      .enum(enforcementPoints)
      .optional()
      .describe('Where it is asked from; deploy by default'),
    environment: z.string().min(1).max(100).optional(),
    commit: z.string().min(1).max(100).optional(),
    artifact: z.string().min(1).max(500).optional(),
    labels: z.array(z.string().min(1).max(100)).max(MOST_LABELS).optional(),
    dryRun: z
      .boolean()
      .default(true)
      .describe('false has the decision written down'),
    idempotencyKey: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'The same key at the same gate gives the same decision, for a day; needed where dryRun is false',
      ),
  });

/** `ask-gate`: whether a gate lets a service through, and what holds it back. */
export function registerAskGate(context: ActionContext): void {
  const { registry, auth, api } = context;
  registry.register({
    name: 'ask-gate',
    title: 'Ask a gate',
    description:
      "Asks a gate whether it lets a service through: allow, warn or deny, with each rule, its reason and the facts it read. A rule that is 'unknown' or in error counts as the gate's policy says, in 'countedAs'. By default it is a dry run, which writes nothing down. With dryRun false the decision is kept in the log; the caller then has to be a user and give an idempotencyKey. Nobody goes past a gate by this tool.",
    visibilityPermission: gateAskPermission,
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: { input, output: decisionBriefSchema },
    examples: [
      {
        title: 'Whether payments could be deployed to production',
        input: {
          gate: 'production-deploy',
          service: 'component:default/payments',
          environment: 'production',
          dryRun: true,
        },
      },
    ],
    action: async ({ input: asked, credentials }) => {
      const calling = { auth, credentials };
      const { gate, service, ...question } = asked;
      if (!question.dryRun) {
        onlyUsers(calling);
        if (question.idempotencyKey === undefined) {
          throw new InputError(
            'Give an idempotencyKey where dryRun is false, so that a call that is made twice gives one decision',
          );
        }
      }
      const decision = await postDecision(
        api,
        callerRequest(calling, {
          params: { gate },
          query: {},
          body: { ...question, entityRef: service },
        }),
      );
      return { output: decisionBrief(decision) };
    },
  });
}
