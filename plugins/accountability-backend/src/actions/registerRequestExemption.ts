import {
  enforcementPoints,
  exemptionCreatePermission,
} from 'backstage-plugin-accountability-common';
import { postExemption } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest, onlyUsers } from './callerRequest';
import { exemptionBrief, exemptionBriefSchema } from './exemptionBrief';

const input = (z: ActionZod) =>
  z.object({
    scorecard: z.string().min(1).max(200),
    check: z.string().min(1).max(200),
    subject: z
      .string()
      .max(500)
      .describe('Entity ref of the service, group or system that it is for'),
    subjectBy: z
      .enum(['service', 'owner', 'system'])
      .optional()
      .describe(
        'One service, all of an owner, or all of a system; service by default. Critical checks: service alone',
      ),
    points: z
      .array(z.enum(enforcementPoints))
      .min(1)
      .max(enforcementPoints.length)
      .optional()
      .describe('Gates alone, at these points; everywhere where left out'),
    reason: z.string().min(1).max(2000),
    ticket: z
      .string()
      .max(2000)
      .optional()
      .describe('Address of the ticket that ends the need for it'),
    expiresAt: z
      .string()
      .max(40)
      .describe('When it ends, ISO 8601 with zone; limited by the severity'),
    renews: z
      .string()
      .max(100)
      .optional()
      .describe('Id of the exemption that this one goes on from'),
  });

/** `request-exemption`: asks for an exemption, which somebody else decides on. */
export function registerRequestExemption(context: ActionContext): void {
  const { registry, auth, api } = context;
  registry.register({
    name: 'request-exemption',
    title: 'Request an exemption',
    description:
      'Asks that a check need not pass for a service, for a reason and up to an instant. Nothing is exempt until somebody other than the caller approves it. The request is written down under the name of the caller, who has to be a user. Mend the check where you can; explain-check says how.',
    visibilityPermission: exemptionCreatePermission,
    attributes: { readOnly: false, idempotent: false, destructive: false },
    schema: { input, output: exemptionBriefSchema },
    examples: [
      {
        title: 'Time for payments to repair its builds',
        input: {
          scorecard: 'production-readiness',
          check: 'main-builds',
          subject: 'component:default/payments',
          reason: 'The runners are moved until the end of the month.',
          expiresAt: '2027-01-31T00:00:00Z',
        },
      },
    ],
    action: async ({ input: asked, credentials }) => {
      const calling = { auth, credentials };
      onlyUsers(calling);
      const { subject, subjectBy = 'service', ...rest } = asked;
      const entry = await postExemption(
        api,
        callerRequest(calling, {
          params: {},
          query: {},
          body: { ...rest, subject: { by: subjectBy, ref: subject } },
        }),
      );
      return { output: exemptionBrief(entry) };
    },
  });
}
