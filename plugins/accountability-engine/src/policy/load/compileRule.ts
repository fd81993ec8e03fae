import {
  AskedRule,
  CompiledCheck,
  CompiledProgram,
  Diagnostic,
} from '../CompiledPolicy';
import { didYouMean } from '../didYouMean';
import { PolicyEngine, Refusal, RuleEnvironment } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { RuleSource } from './checkShape';

/** What rules are compiled with. */
export interface RuleContext {
  engine: PolicyEngine;
  environment: RuleEnvironment;
  reader: DocumentReader;
  /** Faults of params and variables, by `params.<name>` and `variables.<name>`. */
  broken: ReadonlyMap<string, Diagnostic[]>;
}

/** What a rule asks, compiled. */
export interface CompiledRule
  extends Pick<
    CompiledCheck,
    'expression' | 'when' | 'facts' | 'readsNow' | 'program'
  > {
  cost: number;
}

type Path = readonly (string | number)[];
type Result =
  | { ok: true; rule: CompiledRule }
  | { ok: false; faults: Diagnostic[] };
type Field = 'expression' | 'when' | 'messageExpression';

/** What keeps the parts of a rule from being run, told where it stands. */
class Faults {
  readonly found: Diagnostic[] = [];

  constructor(readonly path: Path, readonly context: RuleContext) {}

  at(field: string, message: string): void {
    this.found.push(this.context.reader.atPath([...this.path, field], message));
  }

  refused(field: Field, { faults, brokenBy }: Refusal): void {
    const { reader, broken } = this.context;
    this.found.push(
      ...faults.map(({ offset, message }) =>
        reader.inText([...this.path, field], offset, message),
      ),
      ...brokenBy.flatMap(name => broken.get(name) ?? []),
    );
  }
}

function compileBoolean(
  source: string | undefined,
  field: 'expression' | 'when',
  faults: Faults,
) {
  if (source === undefined) return undefined;
  const { engine, environment } = faults.context;
  const result = engine.compile(source, environment);
  if (result.ok) return result.expression;
  faults.refused(field, result);
  return undefined;
}

function compileText(source: string | undefined, faults: Faults) {
  if (source === undefined) return undefined;
  const { engine, environment } = faults.context;
  const result = engine.compileMessage(source, environment);
  if (result.ok) return result.message;
  faults.refused('messageExpression', result);
  return undefined;
}

const trimmed = (source: string | undefined) =>
  source === undefined ? {} : { when: source.trim() };

function compileOwn(
  source: RuleSource,
  faults: Faults,
): CompiledRule | undefined {
  if (source.ask) {
    faults.at(
      'ask',
      "'ask' needs an engine of another language (add engine: opa)",
    );
  }
  if (source.expression === undefined) {
    faults.at('expression', "'expression' is missing");
  }
  const expression = compileBoolean(source.expression, 'expression', faults);
  const when = compileBoolean(source.when, 'when', faults);
  const message = compileText(source.messageExpression, faults);
  if (!expression || faults.found.length > 0) return undefined;
  const program: CompiledProgram = { expression, when, message };
  const parts = [expression, when, message];
  return {
    program,
    expression: source.expression?.trim() ?? '',
    ...trimmed(source.when),
    facts: [...new Set(parts.flatMap(part => part?.facts ?? []))],
    readsNow: expression.readsNow || when?.readsNow === true,
    cost: parts.reduce((sum, part) => sum + (part?.cost ?? 0), 0),
  };
}

function compileAsked(
  source: RuleSource,
  engine: string,
  faults: Faults,
): CompiledRule | undefined {
  const { ask } = source;
  if (!ask) faults.at('ask', `'ask' is missing (say what ${engine} is asked)`);
  for (const field of ['expression', 'messageExpression'] as const) {
    if (source[field] !== undefined) {
      faults.at(field, `a rule of ${engine} has no ${field} (remove it)`);
    }
  }
  const ids = faults.context.environment.facts.map(({ id }) => id);
  ask?.facts.forEach((id, index) => {
    if (ids.includes(id)) return;
    const message = `unknown fact '${id}'${didYouMean(id, ids)}`;
    const { reader } = faults.context;
    faults.found.push(
      reader.atPath([...faults.path, 'ask', 'facts', index], message),
    );
  });
  const when = compileBoolean(source.when, 'when', faults);
  if (!ask || faults.found.length > 0) return undefined;
  const program: AskedRule = { engine, path: ask.path, when };
  return {
    program,
    expression: ask.path,
    ...trimmed(source.when),
    facts: [...new Set([...ask.facts, ...(when?.facts ?? [])])],
    readsNow: when?.readsNow === true,
    cost: when?.cost ?? 0,
  };
}

/** Compiles what a rule asks, or says everything that is wrong with it. */
export function compileRule(
  source: RuleSource,
  path: Path,
  context: RuleContext,
): Result {
  const faults = new Faults(path, context);
  const { engine = context.engine.id } = source;
  const rule =
    engine === context.engine.id
      ? compileOwn(source, faults)
      : compileAsked(source, engine, faults);
  return rule ? { ok: true, rule } : { ok: false, faults: faults.found };
}
