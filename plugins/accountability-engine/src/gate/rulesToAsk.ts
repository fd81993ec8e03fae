import { isLost } from '../policy';
import { CompiledGateRule } from '../policy/CompiledPolicy';
import { GateInput } from './GateInput';
import { gateScope } from './gateScope';
import { modeOfRule } from './modeOfRule';
import { scorecardOf } from './scorecardOf';
import { whetherAsked } from './whetherAsked';

/** Rules of a gate that other engines decide, and are to be asked before the gate decides. */
export function rulesToAsk(input: GateInput): CompiledGateRule[] {
  const asked = input.gate.rules.filter(
    rule =>
      'engine' in rule.check.program &&
      !isLost(rule) &&
      modeOfRule(rule, input).mode !== 'off',
  );
  if (asked.length === 0) return [];
  const scope = gateScope(input);
  return asked.filter(
    rule =>
      rule.scorecard === undefined ||
      !whetherAsked(scorecardOf(rule, input), scope),
  );
}
