import { sortBy } from 'lodash';
import {
  GateOutcome,
  GateRuleResult,
  RuleEffect,
} from 'backstage-plugin-accountability-common';
import { GateInput, GateVerdict } from './GateInput';
import { explainDecision } from './explainDecision';
import { gateFacts } from './gateFacts';
import { gateScope } from './gateScope';
import { judgeRule } from './judgeRule';

const order: Record<RuleEffect, number> = {
  deny: 0,
  warn: 1,
  allow: 2,
  none: 2,
};

/** Holds the rules of a gate against one service, a function of its input alone. */
export function decideGate(input: GateInput): GateVerdict {
  const { now, gate } = input;
  const scope = gateScope(input);
  const judged = gate.rules.flatMap(
    rule => judgeRule(rule, scope, input) ?? [],
  );
  const rules = sortBy(
    judged.map(({ result }) => result),
    ({ effect }) => order[effect],
  );
  const outcome = outcomeOf(rules);
  const [engineError] = judged.flatMap(one => one.engineError ?? []);
  return {
    outcome,
    because: explainDecision(outcome, rules, input),
    rules,
    facts: gateFacts(rules, scope.facts, { now, maxAgeMs: gate.maxAgeMs }),
    ...(engineError !== undefined && { engineError }),
  };
}

function outcomeOf(rules: readonly GateRuleResult[]): GateOutcome {
  const effects = new Set(rules.map(({ effect }) => effect));
  if (effects.has('deny')) return 'deny';
  return effects.has('warn') ? 'warn' : 'allow';
}
