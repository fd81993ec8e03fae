import {
  AskedMode,
  Clause,
  CountedAs,
  Exemption,
  exemptionInForce,
  GateRuleResult,
  RuleEffect,
  RuleOutcome,
} from 'backstage-plugin-accountability-common';
import { CompiledGateRule } from '../policy/CompiledPolicy';
import { evaluateCheck, PolicyScope } from '../policy';
import { formatInstant } from '../time';
import { GateInput } from './GateInput';
import { modeOfRule } from './modeOfRule';
import { scorecardOf } from './scorecardOf';
import { whetherAsked } from './whetherAsked';

/** What a rule comes to before modes and exemptions. */
interface Finding {
  outcome: Exclude<RuleOutcome, 'exempt'>;
  because: string;
  clauses: Clause[];
  /** Why the rule's engine could not be asked. */
  engineError?: string;
}

/** One rule of a decision, and why its engine could not be asked where that was so. */
export interface JudgedRule {
  result: GateRuleResult;
  engineError?: string;
}

/** What one rule comes to at a gate, and does there; undefined where it is off at this point. */
export function judgeRule(
  rule: CompiledGateRule,
  scope: PolicyScope,
  input: GateInput,
): JudgedRule | undefined {
  const { check } = rule;
  const { mode, enforceFrom } = modeOfRule(rule, input);
  if (mode === 'off') return undefined;
  const finding = find(rule, scope, input);
  const exemption = exemptionOf(rule, finding, input);
  const outcome = exemption ? 'exempt' : finding.outcome;
  const countedAs = countOf(rule, { ...finding, outcome, mode }, input);
  return {
    ...(finding.engineError !== undefined &&
      countedAs && { engineError: finding.engineError }),
    result: {
      rule: rule.rule,
      title: check.title,
      severity: check.severity,
      mode,
      outcome,
      effect: effectOf(mode, outcome, countedAs),
      ...(countedAs && { countedAs }),
      because: finding.because + sayMore({ exemption, outcome, countedAs }),
      clauses: finding.clauses,
      facts: factsOf(rule, input),
      ...(exemption && {
        exemption: { id: exemption.id, until: exemption.expiresAt },
      }),
      ...(enforceFrom !== undefined && { enforceFrom }),
      ...(check.remediation !== undefined && {
        remediation: check.remediation,
      }),
    },
  };
}

function factsOf(rule: CompiledGateRule, input: GateInput): string[] {
  const conditions = scorecardOf(rule, input)?.conditions ?? [];
  const facts = conditions.flatMap(({ expression }) => expression.facts);
  return [...new Set([...facts, ...rule.check.facts])];
}

function find(
  rule: CompiledGateRule,
  scope: PolicyScope,
  input: GateInput,
): Finding {
  const notAsked =
    rule.scorecard === undefined
      ? undefined
      : whetherAsked(scorecardOf(rule, input), scope);
  if (notAsked) return { ...notAsked, clauses: [] };
  const { program } = rule.check;
  const { status, error, clauses, because } = evaluateCheck(
    rule.check,
    scope,
    rule.rule,
  );
  if (status === 'not-applicable') return { outcome: 'skip', because, clauses };
  if (!error) return { outcome: status, because, clauses };
  const engineError =
    'engine' in program && !input.answers?.has(rule.rule)
      ? input.enginesOut?.get(program.engine)
      : undefined;
  return engineError === undefined
    ? { outcome: 'error', because, clauses }
    : { outcome: 'error', because: engineError, clauses, engineError };
}

/** Rules of the gate's own belong to no scorecard, so that nobody can be exempt from them. */
function exemptionOf(
  { scorecard, check }: CompiledGateRule,
  { outcome }: Finding,
  { exemptions, service, question, now }: GateInput,
): Exemption | undefined {
  if (scorecard === undefined || outcome === 'pass' || outcome === 'skip') {
    return undefined;
  }
  return exemptionInForce(exemptions, {
    check: { scorecard, check: check.id },
    service,
    at: now,
    point: question.point,
  });
}

/** What a result that is none counts as; nothing where the rule is only written down. */
function countOf(
  rule: CompiledGateRule,
  found: { outcome: RuleOutcome; mode: AskedMode; engineError?: string },
  { gate: { failurePolicy } }: GateInput,
): CountedAs | undefined {
  const { outcome, mode, engineError } = found;
  if (mode === 'audit') return undefined;
  if (outcome === 'unknown') return rule.onUnknown ?? failurePolicy.onUnknown;
  if (outcome !== 'error') return undefined;
  if (engineError !== undefined) return failurePolicy.onEngineError;
  return rule.onError ?? failurePolicy.onError;
}

function effectOf(
  mode: AskedMode,
  outcome: RuleOutcome,
  countedAs: CountedAs | undefined,
): RuleEffect {
  if (mode === 'audit') return 'none';
  const counted = countedAs ?? outcome;
  if (counted === 'warn') return 'warn';
  if (counted !== 'fail') return 'allow';
  return mode === 'enforce' ? 'deny' : 'warn';
}

function sayMore(given: {
  exemption?: Exemption;
  outcome: RuleOutcome;
  countedAs?: CountedAs;
}): string {
  const { exemption, outcome, countedAs } = given;
  if (exemption) return ` Exempt until ${formatInstant(exemption.expiresAt)}.`;
  if (!countedAs) return '';
  const what = outcome === 'error' ? 'An error' : 'An unknown';
  return ` ${what} counts as a ${countedAs} here.`;
}
