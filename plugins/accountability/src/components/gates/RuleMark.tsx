import { GateRuleResult } from 'backstage-plugin-accountability-common';
import { StateWord } from '../marks';
import { ruleShape } from './ruleShape';
import { useRuleWord } from './useRuleWord';

/** What a rule came to: shape, word and colour. */
export function RuleMark({ rule }: { rule: GateRuleResult }) {
  const word = useRuleWord();
  return <StateWord shape={ruleShape(rule)}>{word(rule)}</StateWord>;
}
