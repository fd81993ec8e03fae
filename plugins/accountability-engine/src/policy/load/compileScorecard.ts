import {
  CompiledCheck,
  CompiledScorecard,
  Diagnostic,
} from '../CompiledPolicy';
import { PolicyEngine, RuleEnvironment } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { CheckContext, compileCheck } from './compileCheck';
import { describeIssues } from './describeIssues';
import { scorecardShape } from './scorecardShape';
import { sortYamlFaults } from './yamlFaults';

/** Steps all checks of one scorecard may take together for one service. */
const MAX_COST = 50_000;

/** A scorecard as far as it compiled; none where its head is at fault. */
export interface ScorecardResult {
  scorecard?: CompiledScorecard;
  diagnostics: Diagnostic[];
}

function readJson(
  reader: DocumentReader,
): { value: unknown } | { fault: Diagnostic } {
  try {
    return { value: reader.document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { fault: reader.atPath([], `the document cannot be read: ${why}`) };
  }
}

function compileChecks(
  values: readonly unknown[],
  context: CheckContext,
  broken: ReadonlyMap<number, Diagnostic[]>,
) {
  const checks: CompiledCheck[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let total = 0;
  for (const [index, value] of values.entries()) {
    const path = ['spec', 'checks', index];
    const yaml = broken.get(index);
    const result = yaml
      ? { ok: false as const, faults: yaml }
      : compileCheck(value, path, context);
    if (!result.ok) {
      diagnostics.push(...result.faults);
      continue;
    }
    const { check, cost } = result;
    if (seen.has(check.id)) {
      const said = `duplicate id '${check.id}' (the first of that id stands; give this one another)`;
      diagnostics.push(context.reader.atPath([...path, 'id'], said));
      continue;
    }
    if (total + cost > MAX_COST) {
      const said = `the checks of this scorecard cost more than ${MAX_COST} together (move some to another scorecard)`;
      diagnostics.push(context.reader.atPath(path, said));
      continue;
    }
    seen.add(check.id);
    total += cost;
    checks.push(check);
  }
  return { checks, diagnostics };
}

function duplicateLevel(
  levels: readonly string[],
  reader: DocumentReader,
): Diagnostic[] {
  const index = levels.findIndex(
    (level, place) => levels.indexOf(level) < place,
  );
  if (index < 0) return [];
  return [
    reader.atPath(
      ['spec', 'levels', index],
      `duplicate level '${levels[index]}'`,
    ),
  ];
}

/** Compiles one YAML document. Faults of a check cost that check; faults of the head cost the scorecard. */
export function compileScorecard(
  reader: DocumentReader,
  engine: PolicyEngine,
  environment: RuleEnvironment,
): ScorecardResult {
  const yaml = sortYamlFaults(reader);
  if (yaml.document.length > 0) return { diagnostics: yaml.document };
  const json = readJson(reader);
  if ('fault' in json) return { diagnostics: [json.fault] };
  const head = scorecardShape.safeParse(json.value);
  if (!head.success) {
    return { diagnostics: describeIssues(head.error.issues, reader) };
  }
  const { metadata, spec } = head.data;
  const doubled = duplicateLevel(spec.levels, reader);
  if (doubled.length > 0) return { diagnostics: doubled };
  const context: CheckContext = {
    engine,
    environment,
    reader,
    levels: spec.levels,
    defaultMode: spec.defaults.mode ?? 'enforce',
  };
  const { checks, diagnostics } = compileChecks(
    spec.checks,
    context,
    yaml.checks,
  );
  const scorecard: CompiledScorecard = {
    name: metadata.name,
    title: metadata.title,
    ...(spec.match !== undefined && { match: spec.match }),
    conditions: [],
    levels: spec.levels,
    requirements: [],
    checks,
    draft: false,
  };
  return { scorecard, diagnostics };
}
