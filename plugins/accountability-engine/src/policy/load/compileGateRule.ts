import { burdens, CountedAs } from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledGateRule,
  CompiledScorecard,
  Diagnostic,
} from '../CompiledPolicy';
import { didYouMean } from '../didYouMean';
import { checkOf } from './compileCheck';
import { RuleContext, compileRule } from './compileRule';
import { describeIssues } from './describeIssues';
import { ownRuleShape, referenceShape } from './gateShape';

/** What a rule of a gate is compiled with. */
export interface GateContext extends RuleContext {
  scorecards: ReadonlyMap<string, CompiledScorecard>;
  /** `<scorecard>/<check>` of checks that are at fault. */
  refused: ReadonlySet<string>;
  /** What the gate says of unknowns and errors, where it says anything. */
  failure: { onUnknown?: CountedAs; onError?: CountedAs };
}

/** A rule, or everything that is wrong with it. */
export type GateRuleOutcome =
  | { rule: CompiledGateRule; cost: number }
  | { faults: Diagnostic[] };

type Path = (string | number)[];

interface Settings extends Pick<CompiledGateRule, 'enforceFrom'> {
  mode?: CompiledGateRule['mode'];
  modeAt?: CompiledGateRule['modeAt'];
  onUnknown?: CountedAs;
  onError?: CountedAs;
}

/** What the rule says, else the gate, else the check; its mode is the check's where it names none. */
function settle(
  settings: Settings,
  check: CompiledCheck,
  { failure }: GateContext,
): Omit<CompiledGateRule, 'rule'> {
  const enforceFrom =
    settings.enforceFrom ??
    (settings.mode === undefined ? check.enforceFrom : undefined);
  return {
    check,
    mode: settings.mode ?? check.mode,
    modeAt: settings.modeAt ?? {},
    ...(enforceFrom !== undefined && { enforceFrom }),
    onUnknown: settings.onUnknown ?? failure.onUnknown ?? check.onUnknown,
    onError: settings.onError ?? failure.onError ?? check.onError,
  };
}

function missing(ref: string, { scorecards, refused }: GateContext): string {
  if (refused.has(ref)) {
    return `the check '${ref}' is at fault itself (mend it where it stands)`;
  }
  const all = [...scorecards.values()].flatMap(({ name, checks }) =>
    checks.map(({ id }) => `${name}/${id}`),
  );
  const near = didYouMean(ref, all);
  return `unknown check '${ref}'${
    near || ' (name it as <scorecard>/<check>, of a scorecard of this policy)'
  }`;
}

function compileReference(
  value: unknown,
  path: Path,
  context: GateContext,
): GateRuleOutcome {
  const { reader } = context;
  const parsed = referenceShape.safeParse(value);
  if (!parsed.success) {
    return { faults: describeIssues(parsed.error.issues, reader, path) };
  }
  const { check: ref, ...settings } = parsed.data;
  const [scorecard, id] = ref.split('/');
  const check = context.scorecards
    .get(scorecard)
    ?.checks.find(other => other.id === id);
  if (!check) {
    return {
      faults: [reader.atPath([...path, 'check'], missing(ref, context))],
    };
  }
  return {
    rule: { rule: ref, scorecard, ...settle(settings, check, context) },
    cost: 0,
  };
}

/** A rule of a gate has no burden of its own; it has that of the first fact it reads. */
function burdenOfFacts(facts: readonly string[]) {
  const of = facts[0]?.split('.')[0];
  return burdens.find(burden => burden === of) ?? 'reliability';
}

function compileOwn(
  value: unknown,
  path: Path,
  context: GateContext,
): GateRuleOutcome {
  const { reader } = context;
  const parsed = ownRuleShape.safeParse(value);
  if (!parsed.success) {
    return { faults: describeIssues(parsed.error.issues, reader, path) };
  }
  const { data } = parsed;
  const result = compileRule(data, path, context);
  if (!result.ok) return { faults: result.faults };
  const burden = burdenOfFacts(result.rule.facts);
  const check = checkOf({ ...data, burden }, result.rule);
  return {
    rule: { rule: data.id, ...settle(data, check, context) },
    cost: result.rule.cost,
  };
}

/** Reads and compiles one rule of a gate, or says everything that is wrong with it. */
export function compileGateRule(
  value: unknown,
  path: Path,
  context: GateContext,
): GateRuleOutcome {
  const isReference = Object.hasOwn(Object(value), 'check');
  return isReference
    ? compileReference(value, path, context)
    : compileOwn(value, path, context);
}
