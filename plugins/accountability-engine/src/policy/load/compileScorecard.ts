import {
  PolicyDocumentStatus,
  PolicyRuleStatus,
} from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledScorecard,
  Diagnostic,
} from '../CompiledPolicy';
import { PolicyEngine, RuleEnvironment } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { CheckContext, compileCheck } from './compileCheck';
import { compileParams } from './compileParams';
import { compileVariables } from './compileVariables';
import { describeIssues } from './describeIssues';
import { readDocument } from './readDocument';
import { ScorecardSource, scorecardShape } from './scorecardShape';
import { activeRule, refusedRule } from './statusOf';

/** Steps all checks of one scorecard may take together for one service. */
const MAX_COST = 50_000;

/** A scorecard as far as it compiled; none where its head is at fault. */
export interface ScorecardOutcome {
  scorecard?: CompiledScorecard;
  status: Pick<PolicyDocumentStatus, 'rules' | 'faults'>;
}

/** The checks of a scorecard, gathered one by one. */
class Checks {
  readonly compiled: CompiledCheck[] = [];
  readonly rules: PolicyRuleStatus[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly context: CheckContext, private total: number) {}

  add(value: unknown, index: number, broken?: Diagnostic[]): void {
    const path = ['spec', 'checks', index];
    const result = broken
      ? { ok: false as const, faults: broken }
      : compileCheck(value, path, this.context);
    const faults = result.ok ? this.refuse(result, path) : result.faults;
    if (!result.ok || faults.length > 0) {
      this.rules.push(refusedRule(value, `checks[${index}]`, faults));
      return;
    }
    const { check, cost } = result;
    this.seen.add(check.id);
    this.total += cost;
    this.compiled.push(check);
    this.rules.push(activeRule(check.id, check));
  }

  /** What keeps a check that compiles from standing beside the others. */
  private refuse(
    { check, cost }: { check: CompiledCheck; cost: number },
    path: (string | number)[],
  ): Diagnostic[] {
    const { reader } = this.context;
    if (this.seen.has(check.id)) {
      const said = `duplicate id '${check.id}' (the first of that id stands; give this one another)`;
      return [reader.atPath([...path, 'id'], said)];
    }
    if (this.total + cost <= MAX_COST) return [];
    const said = `the checks of this scorecard cost more than ${MAX_COST} together (move some to another scorecard)`;
    return [reader.atPath(path, said)];
  }
}

function duplicateLevel(
  levels: readonly string[],
  reader: DocumentReader,
): Diagnostic[] {
  const index = levels.findIndex(
    (level, place) => levels.indexOf(level) < place,
  );
  if (index < 0) return [];
  const said = `duplicate level '${levels[index]}'`;
  return [reader.atPath(['spec', 'levels', index], said)];
}

type Condition = CompiledScorecard['conditions'][number];

/** A condition at fault costs the scorecard: without it, services would be judged that it is not for. */
function compileConditions(
  { conditions }: ScorecardSource['spec'],
  context: CheckContext,
): { compiled: Condition[]; faults: Diagnostic[] } {
  const compiled: Condition[] = [];
  const faults: Diagnostic[] = [];
  const { engine, environment, reader, broken } = context;
  conditions.forEach(({ name, expression }, index) => {
    const path = ['spec', 'conditions', index, 'expression'];
    const result = engine.compile(expression, environment);
    if (result.ok) {
      compiled.push({ name, expression: result.expression });
      return;
    }
    faults.push(
      ...result.faults.map(({ offset, message }) =>
        reader.inText(path, offset, message),
      ),
      ...result.brokenBy.flatMap(other => broken.get(other) ?? []),
    );
  });
  return { compiled, faults };
}

function headOf({
  metadata,
  spec,
}: ScorecardSource): Omit<CompiledScorecard, 'checks' | 'conditions'> {
  const { description } = metadata;
  const { owner, match, effectiveFrom } = spec;
  return {
    name: metadata.name,
    title: metadata.title,
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { owner }),
    ...(match !== undefined && { match }),
    levels: spec.levels.map(({ name }) => name),
    requirements: spec.levels
      .filter(level => Object.keys(level).length > 1)
      .map(({ name, ...needs }) => ({ level: name, ...needs })),
    draft: spec.draft,
    ...(effectiveFrom !== undefined && { effectiveFrom }),
  };
}

/** Compiles one YAML document. Faults of a check cost that check; faults of the head cost the scorecard. */
export function compileScorecard(
  reader: DocumentReader,
  engine: PolicyEngine,
  { facts }: Pick<RuleEnvironment, 'facts'>,
): ScorecardOutcome {
  const refused = (faults: Diagnostic[]) => ({ status: { rules: [], faults } });
  const read = readDocument(reader, 'checks');
  if ('faults' in read) return refused(read.faults);
  const head = scorecardShape.safeParse(read.value);
  if (!head.success) return refused(describeIssues(head.error.issues, reader));
  const { spec } = head.data;
  const levels = spec.levels.map(({ name }) => name);
  const params = compileParams(spec.params, reader);
  const given = { values: spec.variables, params, facts };
  const definitions = compileVariables(given, engine, reader);
  const { defaults } = spec;
  const context = { engine, reader, levels, defaults, ...definitions };
  const conditions = compileConditions(spec, context);
  const wrong = [...duplicateLevel(levels, reader), ...conditions.faults];
  const told = [...definitions.broken.values()].flat();
  if (wrong.length > 0) return refused([...told, ...wrong]);
  const costs = conditions.compiled.map(({ expression }) => expression.cost);
  const checks = new Checks(
    context,
    costs.reduce((a, b) => a + b, 0),
  );
  spec.checks.forEach((value, index) =>
    checks.add(value, index, read.broken.get(index)),
  );
  return {
    scorecard: {
      ...headOf(head.data),
      conditions: conditions.compiled,
      checks: checks.compiled,
    },
    status: { rules: checks.rules, faults: told },
  };
}
