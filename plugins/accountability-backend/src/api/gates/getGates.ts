import {
  checkModes,
  decisionReadPermission,
  GatesResponse,
  GateSummary,
} from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  modeOfRule,
} from 'backstage-plugin-accountability-engine';
import { countDecisions, DecisionCount } from '../../gates';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { sightOf } from '../sightOf';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** `GET /gates`: the gates of the policy in force, and what they decided of late. */
export async function getGates(
  context: ApiContext,
  req: object,
): Promise<GatesResponse> {
  const credentials = await authorize(context, req, decisionReadPermission);
  const now = context.now();
  const { gates } = await context.gates.policy.current();
  const sight = await sightOf(context, credentials);
  const counts = await countDecisions(context.database, {
    since: now - WEEK_MS,
    byService: !sight.all,
  });
  const visible = await sight.among(
    counts.flatMap(({ entityRef }) => entityRef ?? []),
  );
  const seen = counts.filter(
    ({ entityRef }) => entityRef === undefined || visible.has(entityRef),
  );
  return { asOf: now, gates: gates.map(gate => summarise(gate, seen, now)) };
}

function summarise(
  gate: CompiledGate,
  counts: readonly DecisionCount[],
  now: number,
): GateSummary {
  const { name, title, owner, points, failurePolicy, breakGlass } = gate;
  const lastWeek = { allow: 0, warn: 0, deny: 0, brokenGlass: 0 };
  for (const { gate: of, outcome, brokenGlass, count } of counts) {
    if (of !== name) continue;
    lastWeek[outcome] += count;
    if (brokenGlass) lastWeek.brokenGlass += count;
  }
  return {
    gate: name,
    title,
    ...(owner !== undefined && { owner }),
    points,
    failurePolicy,
    rules: rulesOf(gate, now),
    breakGlassFor: breakGlass?.groups ?? [],
    lastWeek,
  };
}

/** Rules with the strictest mode that they have now at any point; those that are off everywhere are left out. */
function rulesOf(gate: CompiledGate, now: number): GateSummary['rules'] {
  return gate.rules.flatMap(rule => {
    const modes = gate.points.map(
      point => modeOfRule(rule, { now, question: { point } }).mode,
    );
    const mode = checkModes.findLast(one => modes.includes(one));
    if (mode === undefined || mode === 'off') return [];
    const { title, severity } = rule.check;
    return [{ rule: rule.rule, title, mode, severity }];
  });
}
