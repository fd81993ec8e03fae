import { NotFoundError } from '@backstage/errors';
import {
  Assessment,
  CheckResult,
  ScorecardResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { getScorecard } from '../api';
import { ActionContext } from './ActionContext';
import { ActionZod } from './ActionZod';
import { callerRequest } from './callerRequest';
import { checkBrief, checkBriefSchema } from './checkBrief';
import { entityPathOf } from './entityPathOf';
import { factBrief, factBriefSchema } from './factBrief';
import { instantText } from './instantText';
import { whatIsMissing } from './whatIsMissing';

const output = (z: ActionZod) =>
  checkBriefSchema(z).extend({
    service: z.string(),
    owner: z.string().optional(),
    asOf: z.string(),
    clauses: z.array(
      z.object({
        text: z.string(),
        outcome: z.string(),
        operands: z.array(
          z.object({ expression: z.string(), value: z.string() }),
        ),
      }),
    ),
    facts: z.array(factBriefSchema(z)),
    toPass: z.array(z.string()),
    blocksLevel: z.string().optional(),
    effortDays: z.number().optional(),
    exemption: z.object({ id: z.string(), until: z.string() }).optional(),
    links: z.array(z.object({ title: z.string(), url: z.string() })).optional(),
    skill: z.string().optional(),
  });

/** `explain-check`: why one check came out as it did, down to the facts it read. */
export function registerExplainCheck(context: ActionContext): void {
  const { registry, auth, api } = context;
  registry.register({
    name: 'explain-check',
    title: 'Explain a check of a service',
    description:
      "Says why one check of a service came out as it did: each clause with the values it saw, the facts it read with the reason for their value and their age, what is missing for it to pass, how to mend it, and whether it is exempt. A fact without a value is 'unknown' and says what would make it known; it is no zero.",
    visibilityPermission: scorecardReadPermission,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .max(500)
            .describe('Entity ref of the service: component:default/payments'),
          scorecard: z.string().max(200).describe('Name of the scorecard'),
          check: z.string().max(200).describe('Id of the check'),
        }),
      output,
    },
    examples: [
      {
        title: 'Why payments does not pass main-builds',
        input: {
          service: 'component:default/payments',
          scorecard: 'production-readiness',
          check: 'main-builds',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const answer = await getScorecard(
        api,
        callerRequest(
          { auth, credentials },
          {
            params: entityPathOf(input.service, 'component'),
            query: {},
            body: undefined,
          },
        ),
      );
      return { output: explain(answer, input) };
    },
  });
}

function explain(
  { service, asOf, assessment }: ScorecardResponse,
  asked: { scorecard: string; check: string },
) {
  const result = findResult(assessment, asked);
  const facts = assessment.facts.filter(({ id }) => result.facts.includes(id));
  const { clauses, effortDays, exemption, links, skill } = result;
  const scorecard = assessment.scorecards.find(
    one => one.scorecard === asked.scorecard,
  );
  return {
    ...checkBrief(asked.scorecard, result),
    service: service.entityRef,
    owner: service.owner,
    asOf: instantText(asOf),
    clauses: clauses.map(({ text, outcome, operands }) => ({
      text,
      outcome,
      operands,
    })),
    facts: facts.map(fact => factBrief(fact, asOf)),
    toPass: whatIsMissing(result, facts),
    ...(scorecard?.level.blockedBy.includes(result.check) && {
      blocksLevel: scorecard.level.ladder[scorecard.level.rank],
    }),
    effortDays,
    ...(exemption && {
      exemption: { id: exemption.id, until: instantText(exemption.until) },
    }),
    links,
    skill,
  };
}

function findResult(
  { entityRef, scorecards }: Assessment,
  asked: { scorecard: string; check: string },
): CheckResult {
  const scorecard = scorecards.find(one => one.scorecard === asked.scorecard);
  if (!scorecard) {
    const names = scorecards.map(one => one.scorecard).join(', ');
    throw new NotFoundError(
      `${entityRef} is not assessed by a scorecard ${
        asked.scorecard
      }; those that apply to it: ${names || 'none'}`,
    );
  }
  const result = scorecard.checks.find(({ check }) => check === asked.check);
  if (!result) {
    const ids = scorecard.checks.map(({ check }) => check).join(', ');
    throw new NotFoundError(
      `${asked.scorecard} has no check ${asked.check}; its checks: ${ids}`,
    );
  }
  return result;
}
