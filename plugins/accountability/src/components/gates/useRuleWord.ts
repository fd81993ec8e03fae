import { GateRuleResult } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { ruleShape } from './ruleShape';

/** The word for what a rule came to; it says what its shape says. */
export function useRuleWord(): (rule: GateRuleResult) => string {
  const t = useText();
  return rule =>
    ruleShape(rule) === 'warn'
      ? t('status.warn')
      : t(`ruleOutcome.${rule.outcome}`);
}
