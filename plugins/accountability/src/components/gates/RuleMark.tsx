import { GateRuleResult } from 'backstage-plugin-accountability-common';
import { StatusIcon } from '../marks';
import { ruleShape } from './ruleShape';
import { useRuleWord } from './useRuleWord';

/** What a rule came to: shape, word and colour. */
export function RuleMark({ rule }: { rule: GateRuleResult }) {
  const word = useRuleWord();
  const shape = ruleShape(rule);
  return (
    <span className={`acc-state acc-state-${shape}`}>
      <StatusIcon status={shape} />
      {word(rule)}
    </span>
  );
}
