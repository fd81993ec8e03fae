import { z } from 'zod';
import { Diagnostic } from '../CompiledPolicy';
import { PolicyEngine, RuleEnvironment } from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { celName } from './celName';
import { describeIssues } from './describeIssues';
import { Params } from './compileParams';

const shape = z.strictObject({ name: z.string(), expression: z.string() });

/** What the rules of a scorecard may read, and the faults of what they may not. */
export interface Definitions {
  environment: RuleEnvironment;
  broken: Map<string, Diagnostic[]>;
}

interface Given {
  values: readonly unknown[];
  params: Params;
  facts: RuleEnvironment['facts'];
}

/**
 * Checks the variables of a scorecard one after the other, each reading those
 * before it. What is at fault is told once, here; what reads it is refused
 * without a further word.
 */
export function compileVariables(
  { values, params, facts }: Given,
  engine: PolicyEngine,
  reader: DocumentReader,
): Definitions {
  const broken = new Map(params.broken);
  const variables = new Map<string, string>();
  const environment = (): RuleEnvironment => ({
    facts,
    params: params.params,
    variables: new Map(variables),
    broken: new Set(broken.keys()),
  });
  values.forEach((value, index) => {
    const path = ['spec', 'variables', index];
    const read = shape.safeParse(value);
    if (!read.success) {
      const faults = describeIssues(read.error.issues, reader, path);
      broken.set(`variables.${Reflect.get(Object(value), 'name')}`, faults);
      return;
    }
    const { name, expression } = read.data;
    const wrong = variables.has(name)
      ? `duplicate variable '${name}' (the first of that name stands; give this one another)`
      : celName(name);
    if (wrong) {
      broken.set(`${path.join('.')}`, [
        reader.atPath([...path, 'name'], wrong),
      ]);
      return;
    }
    const refusal = engine.checkVariable(expression, environment());
    if (!refusal) {
      variables.set(name, expression);
      return;
    }
    const at = [...path, 'expression'];
    broken.set(`variables.${name}`, [
      ...refusal.faults.map(({ offset, message }) =>
        reader.inText(at, offset, message),
      ),
      ...refusal.brokenBy.flatMap(other => broken.get(other) ?? []),
    ]);
  });
  return { environment: environment(), broken };
}
