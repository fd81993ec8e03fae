import {
  PolicyDocumentStatus,
  PolicyRuleStatus,
} from 'backstage-plugin-accountability-common';
import {
  CompiledGate,
  CompiledGateRule,
  CompiledScorecard,
  Diagnostic,
} from '../CompiledPolicy';
import { PolicyEngine, RuleEnvironment } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import {
  GateContext,
  GateRuleOutcome,
  compileGateRule,
} from './compileGateRule';
import { describeIssues } from './describeIssues';
import { GateSource, gateShape } from './gateShape';
import { lostRule } from './lostRule';
import { readDocument } from './readDocument';
import { activeRule, refusedRule } from './statusOf';

/** A gate with all its rules, those at fault among them; none where its head is at fault. */
export interface GateOutcome {
  gate?: CompiledGate;
  status: Pick<PolicyDocumentStatus, 'rules' | 'faults'>;
}

/** What a gate is compiled with. */
export interface GateInput {
  reader: DocumentReader;
  engine: PolicyEngine;
  facts: RuleEnvironment['facts'];
  scorecards: ReadonlyMap<string, CompiledScorecard>;
  /** `<scorecard>/<check>` of checks that are at fault. */
  refused: ReadonlySet<string>;
}

/** Steps the rules of the gate's own may take together. */
const MAX_COST = 50_000;

/** The rules of a gate, gathered one by one. */
class Rules {
  readonly compiled: CompiledGateRule[] = [];
  readonly statuses: PolicyRuleStatus[] = [];
  private readonly seen = new Set<string>();
  private total = 0;

  constructor(private readonly context: GateContext) {}

  add(value: unknown, index: number, broken?: Diagnostic[]): void {
    const path = ['spec', 'rules', index];
    const outcome: GateRuleOutcome = broken
      ? { faults: broken }
      : compileGateRule(value, path, this.context);
    const faults =
      'faults' in outcome ? outcome.faults : this.refuse(outcome, path);
    if ('faults' in outcome || faults.length > 0) {
      const status = refusedRule(value, `rules[${index}]`, faults);
      const id = this.free(status.id);
      this.statuses.push(status);
      this.compiled.push(lostRule({ value, id, faults }, this.context));
      return;
    }
    const { rule, cost } = outcome;
    this.seen.add(rule.rule);
    this.total += cost;
    this.compiled.push(rule);
    const { title } = rule.check;
    this.statuses.push(activeRule(rule.rule, { title, mode: rule.mode }));
  }

  private refuse(
    { rule, cost }: { rule: CompiledGateRule; cost: number },
    path: (string | number)[],
  ): Diagnostic[] {
    const { reader } = this.context;
    if (this.seen.has(rule.rule)) {
      const key = rule.scorecard ? 'check' : 'id';
      const said = `duplicate rule '${rule.rule}' (name it once)`;
      return [reader.atPath([...path, key], said)];
    }
    if (this.total + cost <= MAX_COST) return [];
    const said = `the rules of this gate cost more than ${MAX_COST} together (make checks of a scorecard of some)`;
    return [reader.atPath(path, said)];
  }

  /** A name that no other rule has. */
  private free(id: string): string {
    let name = id;
    for (let turn = 2; this.seen.has(name); turn++) name = `${id} (${turn})`;
    this.seen.add(name);
    return name;
  }
}

function headOf({ metadata, spec }: GateSource): Omit<CompiledGate, 'rules'> {
  const { description } = metadata;
  const { owner, breakGlass } = spec;
  const { onUnknown, onError, onEngineError } = spec;
  return {
    name: metadata.name,
    title: metadata.title,
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { owner }),
    points: [...new Set(spec.points)],
    failurePolicy: {
      onUnknown: onUnknown ?? 'fail',
      onError: onError ?? 'fail',
      onEngineError: onEngineError ?? 'fail',
    },
    maxAgeMs: spec.maxAge,
    ...(breakGlass && {
      breakGlass: {
        groups: breakGlass.groups,
        reviewWithinMs: breakGlass.reviewWithin,
      },
    }),
  };
}

/**
 * Compiles a gate, once all scorecards are. A rule at fault stays, as one that
 * is an error whenever it is asked; a fault of the head costs the gate.
 */
export function compileGate(input: GateInput): GateOutcome {
  const { reader, engine, facts, scorecards, refused } = input;
  const refuse = (faults: Diagnostic[]) => ({ status: { rules: [], faults } });
  const read = readDocument(reader, 'rules');
  if ('faults' in read) return refuse(read.faults);
  const head = gateShape.safeParse(read.value);
  if (!head.success) return refuse(describeIssues(head.error.issues, reader));
  const { spec } = head.data;
  const rules = new Rules({
    engine,
    reader,
    environment: { facts, request: true },
    broken: new Map(),
    scorecards,
    refused,
    failure: { onUnknown: spec.onUnknown, onError: spec.onError },
  });
  spec.rules.forEach((value, index) =>
    rules.add(value, index, read.broken.get(index)),
  );
  return {
    gate: { ...headOf(head.data), rules: rules.compiled },
    status: { rules: rules.statuses, faults: [] },
  };
}
