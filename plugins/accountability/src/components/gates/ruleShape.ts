import {
  CheckStatus,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';

const shapes: Record<GateRuleResult['outcome'], CheckStatus> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  error: 'unknown',
  skip: 'not-applicable',
  exempt: 'exempt',
};

/** The shape of a rule's outcome; a fail that denies nobody is a warning. */
export function ruleShape({ outcome, mode }: GateRuleResult): CheckStatus {
  return outcome === 'fail' && mode === 'warn' ? 'warn' : shapes[outcome];
}
