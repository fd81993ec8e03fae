import {
  GateDecision,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { formatInstant } from 'backstage-plugin-accountability-engine';
import { Finding } from '../findings/Finding';

const levels = {
  deny: 'error',
  warn: 'warning',
  allow: 'note',
  none: 'note',
} as const;

/** What a decision found: one finding for each rule that does not pass, and for rules that could not be asked at all. */
export function findingsOf(decision: GateDecision): Finding[] {
  const { rules, engineError, entityRef } = decision;
  const found = rules
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')
    .map(rule => findingOf(rule, entityRef));
  if (rules.length > 0 || engineError === undefined) return found;
  return [
    {
      rule: decision.gate,
      title: `${decision.title} could not ask its rules`,
      level: levels[decision.outcome],
      message: decision.because,
      of: entityRef,
    },
  ];
}

function findingOf(rule: GateRuleResult, of: string): Finding {
  const { exemption, remediation } = rule;
  return {
    rule: rule.rule,
    title: rule.title,
    level: levels[rule.effect],
    message: rule.because,
    of,
    ...(remediation && { help: `What to do: ${remediation}` }),
    ...(exemption && {
      excused: `Exemption ${exemption.id}, until ${formatInstant(
        exemption.until,
      )}.`,
    }),
  };
}
