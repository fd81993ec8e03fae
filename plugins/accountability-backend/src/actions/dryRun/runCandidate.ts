import {
  CheckStatus,
  Exemption,
  FactReading,
  ScorecardResult,
  checkStatuses,
} from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  judgeService,
} from 'backstage-plugin-accountability-engine';
import { countBy } from 'lodash';
import { readFactsOfServices } from '../../assessment';
import { exemptionsOf, readExemptions } from '../../governance';
import { ServiceFile } from '../../ownership';
import { ActionContext } from '../ActionContext';
import { ActionZod } from '../ActionZod';
import { diffScorecards, diffSchema } from './diffScorecards';
import { RunServices } from './findRunServices';

const MOST_CHANGES = 100;

/** What a candidate says of services, as an action gives it. */
export const runSchema = (z: ActionZod) =>
  z.object({
    services: z.number(),
    left: z.number(),
    notMeasuredYet: z.array(z.string()),
    checks: z.array(
      z.object({
        scorecard: z.string(),
        check: z.string(),
        title: z.string(),
        results: z.record(z.number()),
      }),
    ),
    levels: z.array(
      z.object({
        service: z.string(),
        scorecard: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    changes: z.array(diffSchema(z)),
    changesLeft: z.number(),
  });

/** See `runSchema`: a candidate and the policy in force, held against the same facts at the same instant. */
export async function runCandidate(
  { api }: ActionContext,
  given: RunServices & { candidate: CompiledPolicy; now: number },
) {
  const { candidate, files, left, now } = given;
  const inForce = await api.policy.current();
  const facts = await readFactsOfServices(api.database, {
    entityRefs: files.map(({ summary }) => summary.entityRef),
  });
  const exemptions = await readExemptions(api.database, {
    services: files.map(({ summary }) => summary),
    endingAfter: now,
  });
  const judged = files.flatMap(file => {
    const { entityRef } = file.summary;
    const own = facts.get(entityRef);
    if (!own) return [];
    const by = (held: CompiledPolicy) =>
      judge(file, {
        policy: held,
        facts: own,
        exemptions: exemptionsOf(exemptions, file.summary),
        now,
      });
    return [{ entityRef, before: by(inForce), after: by(candidate) }];
  });
  const changes = judged.flatMap(diffScorecards);
  return {
    services: judged.length,
    left,
    notMeasuredYet: files
      .map(({ summary }) => summary.entityRef)
      .filter(ref => !facts.has(ref)),
    checks: countResults(
      candidate,
      judged.flatMap(({ after }) => after),
    ),
    levels: judged.flatMap(({ entityRef, before, after }) =>
      after.map(({ scorecard, level }) => ({
        service: entityRef,
        scorecard,
        from:
          before.find(one => one.scorecard === scorecard)?.level.name ?? null,
        to: level.name ?? null,
      })),
    ),
    changes: changes.slice(0, MOST_CHANGES),
    changesLeft: Math.max(0, changes.length - MOST_CHANGES),
  };
}

function judge(
  { summary, entity }: ServiceFile,
  held: {
    policy: CompiledPolicy;
    facts: readonly FactReading[];
    exemptions: readonly Exemption[];
    now: number;
  },
): ScorecardResult[] {
  const { facts, ...rest } = held;
  return judgeService({
    ...rest,
    service: { ...summary, entity },
    facts: new Map(facts.map(fact => [fact.id, fact])),
    until: rest.now,
  }).scorecards;
}

function countResults(
  { scorecards }: CompiledPolicy,
  results: readonly ScorecardResult[],
) {
  return scorecards.flatMap(({ name, checks }) =>
    checks.map(({ id, title }) => {
      const counts = countBy(
        results
          .filter(({ scorecard }) => scorecard === name)
          .flatMap(one => one.checks.filter(({ check }) => check === id)),
        ({ status }) => status,
      );
      const seen = checkStatuses.filter(
        (status: CheckStatus) => counts[status] > 0,
      );
      return {
        scorecard: name,
        check: id,
        title,
        results: Object.fromEntries(
          seen.map(status => [status, counts[status]]),
        ),
      };
    }),
  );
}
