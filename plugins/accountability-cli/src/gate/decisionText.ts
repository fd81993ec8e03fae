import {
  GateDecision,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import {
  formatDuration,
  formatInstant,
} from 'backstage-plugin-accountability-engine';
import { plainLine } from '../findings/plainLine';
import { factLines } from './factLines';

const words = {
  allow: 'ALLOWED',
  warn: 'ALLOWED, WITH WARNINGS',
  deny: 'DENIED',
};

/** A decision for whoever reads the log of a job: what it is, why, and what to do. */
export function decisionText(
  decision: GateDecision,
  portalUrl: string | undefined,
): string {
  const { rules, breakGlass } = decision;
  const by = (effect: GateRuleResult['effect']) =>
    rules.filter(rule => rule.effect === effect);
  const exempt = rules.filter(({ exemption }) => exemption);
  const unsure = rules.filter(
    ({ outcome }) => outcome === 'unknown' || outcome === 'error',
  );
  const lines = [
    `${words[decision.outcome]}: ${plainLine(decision.title)} for ${questionOf(
      decision,
    )}`,
    `  ${plainLine(decision.because)}`,
    ...(breakGlass ? glassLines(breakGlass) : []),
    ...section('Denied by', by('deny').flatMap(ruleLines)),
    ...section('Warnings', by('warn').flatMap(ruleLines)),
    ...section('Unknown', unsure.map(countLine)),
    ...section(
      'Exempt',
      exempt.map(rule => exemptionLine(rule, decision.at)),
    ),
    ...section('Facts that were read', factLines(decision.facts)),
    '',
    ...tail(decision, portalUrl),
  ];
  return `${lines.join('\n')}\n`;
}

function questionOf(decision: GateDecision): string {
  const { entityRef, point, environment, commit, artifact } = decision;
  const more = [
    `point ${point}`,
    environment && `environment ${environment}`,
    commit && `commit ${commit}`,
    artifact && `artifact ${artifact}`,
  ];
  return plainLine(`${entityRef} (${more.filter(Boolean).join(', ')})`);
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', `${title}:`, ...lines] : [];
}

function ruleLines(rule: GateRuleResult): string[] {
  const { title, severity, because, remediation, enforceFrom } = rule;
  return [
    `  - ${plainLine(title)} [${rule.rule}, ${severity}]`,
    `      Why: ${plainLine(because)}`,
    ...(enforceFrom !== undefined
      ? [`      It denies from ${formatInstant(enforceFrom)} on.`]
      : []),
    ...(remediation ? [`      What to do: ${plainLine(remediation)}`] : []),
  ];
}

function countLine({ rule, outcome, countedAs }: GateRuleResult): string {
  const what = outcome === 'error' ? 'could not be computed' : 'is unknown';
  return countedAs
    ? `  - ${rule} ${what}, which counts as a ${countedAs} here`
    : `  - ${rule} ${what}, and is only written down`;
}

function exemptionLine(
  { rule, exemption }: GateRuleResult,
  at: number,
): string {
  if (!exemption) return '';
  const { id, until } = exemption;
  const left = formatDuration(Math.max(0, until - at));
  return `  - ${rule} until ${formatInstant(
    until,
  )}, in ${left} (exemption ${plainLine(id)})`;
}

function glassLines({
  reason,
  group,
  reviewBy,
}: NonNullable<GateDecision['breakGlass']>): string[] {
  return [
    `  THE GLASS WAS BROKEN: ${plainLine(reason)}`,
    `  Let through as a member of ${plainLine(
      group,
    )}; to be reviewed by ${formatInstant(reviewBy)}.`,
  ];
}

function tail(decision: GateDecision, portalUrl: string | undefined): string[] {
  const { id, repeated, dryRun, policy } = decision;
  const digest = policy.slice(0, 12) || 'none';
  if (dryRun || id === undefined) {
    return [`A dry run: nothing was kept (policy ${digest})`];
  }
  const again = repeated ? ', given again for the same key' : '';
  return [
    `Decision ${id} of ${formatInstant(
      decision.at,
    )}${again} (policy ${digest})`,
    ...(portalUrl
      ? [
          `See ${portalUrl.replace(
            /\/$/,
            '',
          )}/accountability/decisions/${encodeURIComponent(id)}`,
        ]
      : []),
  ];
}
