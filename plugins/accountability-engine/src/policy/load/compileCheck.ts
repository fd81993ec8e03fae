import { CompiledCheck, Diagnostic } from '../CompiledPolicy';
import { didYouMean } from '../didYouMean';
import { CheckSource, RuleSource, checkShape } from './checkShape';
import { CompiledRule, RuleContext, compileRule } from './compileRule';
import { describeIssues } from './describeIssues';
import { ScorecardSource } from './scorecardShape';

/** What every check of a scorecard is compiled with. */
export interface CheckContext extends RuleContext {
  levels: readonly string[];
  defaults: ScorecardSource['spec']['defaults'];
}

type Path = (string | number)[];

/** A check, or everything that is wrong with it. */
export type CheckOutcome =
  | { ok: true; check: CompiledCheck; cost: number }
  | { ok: false; faults: Diagnostic[] };

function levelFault(
  { level }: CheckSource,
  path: Path,
  { levels, reader }: CheckContext,
): Diagnostic[] {
  if (level === undefined || levels.includes(level)) return [];
  const near =
    didYouMean(level, levels) || ` (there are: ${levels.join(', ')})`;
  return [reader.atPath([...path, 'level'], `unknown level '${level}'${near}`)];
}

/** A cost is time: only facts in seconds can be added up and held against days of work. */
function costFault(
  { cost }: CheckSource,
  path: Path,
  { environment: { facts }, reader }: CheckContext,
): Diagnostic[] {
  if (cost === undefined) return [];
  const fact = facts.find(({ id }) => id === cost);
  if (fact?.unit === 'seconds') return [];
  const times = facts.filter(({ unit }) => unit === 'seconds');
  const what = fact
    ? `the fact '${cost}' is no time (name one in seconds)`
    : `unknown fact '${cost}'${didYouMean(
        cost,
        times.map(({ id }) => id),
      )}`;
  return [reader.atPath([...path, 'cost'], what)];
}

/** What may be left out, without keys that are not there. */
function optionals(source: Partial<CheckSource>): Partial<CompiledCheck> {
  const { enforceFrom, level, remediation, effortDays, cost } = source;
  const { links, skill } = source;
  const given = {
    ...{ enforceFrom, level, remediation, effortDays, cost, links, skill },
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
}

/** A check of a rule as written and as compiled, with what it says nothing of from the defaults. */
export function checkOf(
  source: RuleSource & Partial<CheckSource> & Pick<CheckSource, 'burden'>,
  { expression, when, facts, readsNow, program }: CompiledRule,
  defaults: CheckContext['defaults'] = {},
): CompiledCheck {
  return {
    id: source.id,
    title: source.title,
    burden: source.burden,
    expression,
    ...(when !== undefined && { when }),
    mode: source.mode ?? defaults.mode ?? 'enforce',
    severity: source.severity ?? defaults.severity ?? 'medium',
    weight: source.weight ?? defaults.weight ?? 1,
    onUnknown: source.onUnknown ?? defaults.onUnknown ?? 'fail',
    onError: source.onError ?? defaults.onError ?? 'fail',
    ...optionals(source),
    facts,
    readsNow,
    program,
  };
}

/** Reads and compiles one check, or says everything that is wrong with it. */
export function compileCheck(
  value: unknown,
  path: Path,
  context: CheckContext,
): CheckOutcome {
  const parsed = checkShape.safeParse(value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return { ok: false, faults: describeIssues(issues, context.reader, path) };
  }
  const source = parsed.data;
  const wrong = [
    ...levelFault(source, path, context),
    ...costFault(source, path, context),
  ];
  const result = compileRule(source, path, context);
  if (!result.ok) return { ok: false, faults: [...wrong, ...result.faults] };
  if (wrong.length > 0) return { ok: false, faults: wrong };
  const { rule } = result;
  return {
    ok: true,
    cost: rule.cost,
    check: checkOf(source, rule, context.defaults),
  };
}
