import {
  Assessment,
  ScorecardResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { getScorecard } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest } from './callerRequest';
import {
  byUrgency,
  checkBrief,
  checkBriefSchema,
  isNotPassing,
} from './checkBrief';
import { entityPathOf } from './entityPathOf';
import { instantText, optionalInstantText } from './instantText';

const MOST_CHECKS = 50;

const coverage = (z: ActionZod) =>
  z.object({ known: z.number(), applicable: z.number() });

const output = (z: ActionZod) =>
  z.object({
    service: z.string(),
    title: z.string(),
    owner: z.string().optional(),
    asOf: z.string(),
    coverage: coverage(z),
    scorecards: z.array(
      z.object({
        scorecard: z.string(),
        title: z.string(),
        level: z.string().nullable(),
        ladder: z.array(z.string()),
        blockedBy: z.array(z.string()),
        coverage: coverage(z),
        since: z.string().optional(),
      }),
    ),
    burdens: z.array(
      z.object({
        burden: z.string(),
        status: z.string(),
        because: z.string(),
        coverage: coverage(z),
      }),
    ),
    notPassing: z.array(checkBriefSchema(z)),
    left: z.number(),
  });

/** `get-scorecard`: where a service stands, and every check that it does not pass. */
export function registerGetScorecard(context: ActionContext): void {
  const { registry, auth, api } = context;
  registry.register({
    name: 'get-scorecard',
    title: 'Get the scorecard of a service',
    description: `Says where a service stands: its level on each scorecard, the state of its five burdens (pipeline, reliability, observability, security, ownership), and its checks that do not pass, each with the reason. A check that is 'unknown' has not been measured: it is neither a pass nor a fail. 'coverage' says how many of the applicable checks are known. At most ${MOST_CHECKS} checks are given, the most severe first; 'left' says how many are not.`,
    visibilityPermission: scorecardReadPermission,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .max(500)
            .describe('Entity ref of the service: component:default/payments'),
          at: z
            .string()
            .max(50)
            .optional()
            .describe(
              'A past instant, ISO 8601 with zone; now where it is left out',
            ),
        }),
      output,
    },
    examples: [
      {
        title: 'The scorecard of the service payments now',
        input: { service: 'component:default/payments' },
      },
    ],
    action: async ({ input, credentials }) => {
      const answer = await getScorecard(
        api,
        callerRequest(
          { auth, credentials },
          {
            params: entityPathOf(input.service, 'component'),
            query: { at: input.at },
            body: undefined,
          },
        ),
      );
      return { output: toOutput(answer) };
    },
  });
}

function toOutput({ service, asOf, assessment }: ScorecardResponse) {
  const { notPassing, left } = pickNotPassing(assessment);
  return {
    service: service.entityRef,
    title: service.title,
    owner: service.owner,
    asOf: instantText(asOf),
    coverage: assessment.coverage,
    scorecards: assessment.scorecards.map(({ level, ...scorecard }) => ({
      scorecard: scorecard.scorecard,
      title: scorecard.title,
      level: level.name ?? null,
      ladder: level.ladder,
      blockedBy: level.blockedBy,
      coverage: scorecard.coverage,
      since: optionalInstantText(level.since),
    })),
    burdens: assessment.burdens.map(
      ({ burden, status, because, coverage: known }) => ({
        burden,
        status,
        because,
        coverage: known,
      }),
    ),
    notPassing,
    left,
  };
}

function pickNotPassing({ scorecards }: Assessment) {
  const all = scorecards
    .flatMap(({ scorecard, checks }) =>
      checks.filter(isNotPassing).map(result => ({ scorecard, result })),
    )
    .sort((a, b) => byUrgency(a.result, b.result));
  return {
    notPassing: all
      .slice(0, MOST_CHECKS)
      .map(({ scorecard, result }) => checkBrief(scorecard, result)),
    left: Math.max(0, all.length - MOST_CHECKS),
  };
}
