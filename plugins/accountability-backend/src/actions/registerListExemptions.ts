import {
  exemptionStates,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { getExemptions } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest } from './callerRequest';
import { exemptionBrief, exemptionBriefSchema } from './exemptionBrief';
import { instantText } from './instantText';

const output = (z: ActionZod) =>
  z.object({
    asOf: z.string(),
    counts: z.record(z.number()),
    exemptions: z.array(exemptionBriefSchema(z)),
    nextCursor: z.string().optional(),
  });

/** `list-exemptions`: what need not pass, for whom and until when. */
export function registerListExemptions(context: ActionContext): void {
  const { registry, auth, api } = context;
  registry.register({
    name: 'list-exemptions',
    title: 'List exemptions',
    description:
      'Lists exemptions from checks that the caller may see: pending ones first, then those that end soonest. While one is in force its check is exempt, which is neither a pass nor a fail. Exemptions of a service are also those of its owner and of its system.',
    visibilityPermission: scorecardReadPermission,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          state: z.enum(exemptionStates).optional(),
          subject: z
            .string()
            .max(500)
            .optional()
            .describe(
              'Entity ref of a service, group or system: component:default/payments',
            ),
          scorecard: z.string().max(200).optional(),
          cursor: z
            .string()
            .max(2000)
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output,
    },
    examples: [
      {
        title: 'What payments is exempt from',
        input: { subject: 'component:default/payments', state: 'approved' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { asOf, counts, exemptions, nextCursor } = await getExemptions(
        api,
        callerRequest(
          { auth, credentials },
          { params: {}, query: input, body: undefined },
        ),
      );
      return {
        output: {
          asOf: instantText(asOf),
          counts,
          exemptions: exemptions.map(exemptionBrief),
          nextCursor,
        },
      };
    },
  });
}
