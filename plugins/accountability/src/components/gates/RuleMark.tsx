import {
  CheckStatus,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { StatusIcon } from '../marks';

const shapes: Record<GateRuleResult['outcome'], CheckStatus> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  error: 'unknown',
  skip: 'not-applicable',
  exempt: 'exempt',
};

/** The shape of a rule's outcome; a fail that denies nobody is a warning. */
export function shapeOf({ outcome, mode }: GateRuleResult): CheckStatus {
  return outcome === 'fail' && mode === 'warn' ? 'warn' : shapes[outcome];
}

/** What a rule came to: shape, word and colour. */
export function RuleMark({ rule }: { rule: GateRuleResult }) {
  const t = useText();
  const shape = shapeOf(rule);
  return (
    <span className={`acc-state acc-state-${shape}`}>
      <StatusIcon status={shape} />
      {shape === 'warn' ? t('status.warn') : t(`ruleOutcome.${rule.outcome}`)}
    </span>
  );
}
