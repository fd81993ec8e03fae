import {
  GateDecision,
  GateFact,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { ActionZod } from './ActionZod';
import { instantText, optionalInstantText } from './instantText';

const HOUR_MS = 3_600_000;
const MOST_RULES = 50;
const MOST_FACTS = 50;

const ruleSchema = (z: ActionZod) =>
  z.object({
    rule: z.string(),
    title: z.string(),
    severity: z.string(),
    mode: z.string(),
    outcome: z.string(),
    effect: z.string(),
    countedAs: z.string().optional(),
    because: z.string(),
    exemptUntil: z.string().optional(),
    enforcedFrom: z.string().optional(),
    remediation: z.string().optional(),
  });

const factSchema = (z: ActionZod) =>
  z.object({
    fact: z.string(),
    status: z.string(),
    because: z.string(),
    ageHours: z.number(),
    maxAgeHours: z.number(),
  });

/** A decision of a gate in short, as actions give it: nothing of who went past it. */
export const decisionBriefSchema = (z: ActionZod) =>
  z.object({
    id: z.string().optional(),
    gate: z.string(),
    title: z.string(),
    service: z.string(),
    owner: z.string().optional(),
    point: z.string(),
    at: z.string(),
    outcome: z.string(),
    because: z.string(),
    rules: z.array(ruleSchema(z)),
    rulesLeft: z.number(),
    facts: z.array(factSchema(z)),
    factsLeft: z.number(),
    engineError: z.string().optional(),
    dryRun: z.boolean(),
    repeated: z.boolean(),
  });

/** See `decisionBriefSchema`. */
export function decisionBrief(decision: GateDecision) {
  const { id, gate, title, entityRef, owner, point, outcome } = decision;
  const { because, rules, facts, engineError, dryRun, repeated } = decision;
  return {
    ...{ id, gate, title, service: entityRef, owner, point },
    at: instantText(decision.at),
    ...{ outcome, because },
    rules: rules.slice(0, MOST_RULES).map(ruleBrief),
    rulesLeft: Math.max(0, rules.length - MOST_RULES),
    facts: facts.slice(0, MOST_FACTS).map(factBrief),
    factsLeft: Math.max(0, facts.length - MOST_FACTS),
    ...{ engineError, dryRun, repeated },
  };
}

function ruleBrief(result: GateRuleResult) {
  const { rule, title, severity, mode, outcome, effect, countedAs } = result;
  return {
    ...{ rule, title, severity, mode, outcome, effect, countedAs },
    because: result.because,
    exemptUntil: optionalInstantText(result.exemption?.until),
    enforcedFrom: optionalInstantText(result.enforceFrom),
    remediation: result.remediation,
  };
}

function factBrief({ fact, status, because, ageMs, maxAgeMs }: GateFact) {
  return {
    ...{ fact, status, because },
    ageHours: inHours(ageMs),
    maxAgeHours: inHours(maxAgeMs),
  };
}

function inHours(ms: number): number {
  return Math.round((10 * ms) / HOUR_MS) / 10;
}
