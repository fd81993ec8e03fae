import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { scorecardReadPermission } from 'backstage-plugin-accountability-common';
import {
  authorize,
  findEntityRef,
  findVisibleServices,
  missingGroup,
} from '../api';
import { readStoredResults, readTeamRisks } from '../assessment';
import { readGroupTree } from '../ownership';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest } from './callerRequest';
import { checkBriefSchema } from './checkBrief';
import { entityPathOf } from './entityPathOf';
import { instantText } from './instantText';
import { dueSchema, readDue } from './readDue';
import { orderRisks } from './orderRisks';
import { toRiskyService } from './toRiskyService';

const MOST_SERVICES = 50;
const USUAL_SERVICES = 20;

const output = (z: ActionZod) =>
  z.object({
    team: z.string(),
    title: z.string(),
    asOf: z.string(),
    services: z.number(),
    notAssessedYet: z.number(),
    coverage: z.object({ known: z.number(), applicable: z.number() }),
    unknownShare: z.number().nullable(),
    risks: z.array(
      z.object({
        service: z.string(),
        title: z.string(),
        owner: z.string(),
        notPassing: z.number(),
        checks: z.array(checkBriefSchema(z)),
      }),
    ),
    servicesAtRisk: z.number(),
    left: z.number(),
    due: dueSchema(z),
  });

/** `list-team-risks`: what does not pass in the services of a team, and what is due. */
export function registerListTeamRisks(context: ActionContext): void {
  context.registry.register({
    name: 'list-team-risks',
    title: 'List the risks of a team',
    description:
      "Lists services of a group, and of the groups below it, that have checks which fail or warn: the most severe first, of equal ones what is so for longest, each with its reason. 'unknownShare' is the share of applicable checks that are not measured, which are neither good nor bad; it is null where nothing is known of any. 'due' says what has to be done by when: services to attest, exemptions that end, and checks that will start to hold back.",
    visibilityPermission: scorecardReadPermission,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          group: z
            .string()
            .max(500)
            .describe('Entity ref of the group: group:default/checkout'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(MOST_SERVICES)
            .optional()
            .describe(`Services to give; ${USUAL_SERVICES} by default`),
        }),
      output,
    },
    examples: [
      {
        title: 'The five services of checkout that are worst off',
        input: { group: 'group:default/checkout', limit: 5 },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: await listRisks(context, input, credentials),
    }),
  });
}

async function listRisks(
  context: ActionContext,
  input: { group: string; limit?: number },
  credentials: BackstageCredentials,
) {
  const { api, auth } = context;
  const params = entityPathOf(input.group, 'group');
  const req = callerRequest(
    { auth, credentials },
    { params, query: {}, body: undefined },
  );
  const caller = await authorize(api, req, scorecardReadPermission);
  const now = api.now();
  const groupRef = await findEntityRef(api, params, caller);
  const tree = await readGroupTree(api.database, { groupRef });
  const [team] = tree;
  if (!team) throw missingGroup(api, groupRef);
  const visible = await findVisibleServices(api, groupRef, caller);
  const { risks, coverage, ...counts } = await readTeamRisks(api.database, {
    groupRef,
    visible,
  });
  const { scorecards } = await api.policy.current();
  const services = orderRisks(risks, scorecards);
  const page = services.slice(0, input.limit ?? USUAL_SERVICES);
  const results = await readStoredResults(api.database, {
    entityRefs: page.map(({ entityRef }) => entityRef),
  });
  return {
    team: groupRef,
    title: team.title,
    asOf: instantText(now),
    services: counts.services,
    notAssessedYet: counts.services - counts.assessed,
    coverage,
    unknownShare:
      coverage.applicable === 0
        ? null
        : (coverage.applicable - coverage.known) / coverage.applicable,
    risks: page.map(service =>
      toRiskyService(service, results.get(service.entityRef)),
    ),
    servicesAtRisk: services.length,
    left: services.length - page.length,
    due: await readDue(context, req, {
      ...{ risks, scorecards, now },
      scope: { groupRef, visible },
      groups: tree,
    }),
  };
}
