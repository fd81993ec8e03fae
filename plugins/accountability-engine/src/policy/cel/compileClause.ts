import { CelResult, isCelError } from '@bufbuild/cel';
import {
  ClauseOutcome,
  CompiledClause,
  OperandReading,
  PolicyScope,
} from '../PolicyEngine';
import { bindScope } from './bindScope';
import { CheckedExpression } from './checkExpression';
import { Witness, blame } from './explain/blame';
import { operandsOf } from './explain/operandsOf';
import { say } from './explain/say';
import { valueAt } from './explain/valueAt';
import { readableValue } from './readableValue';
import { Reading, readReference } from './readReference';
import { Node, asCall } from './syntax';

/** The conditions joined by a top-level "and" as it was written; those of a variable stay together. */
export function splitClauses({
  root,
  notes,
  parsed,
}: CheckedExpression): Node[] {
  const split = (node: Node): Node[] => {
    const call = asCall(node);
    return call?.name === '_&&_' && notes.isOf(node, parsed)
      ? call.args.flatMap(split)
      : [node];
  };
  return split(root);
}

/** Plans a checked clause and everything that explains it, once for all services. */
export function compileClause(
  node: Node,
  { notes }: Pick<CheckedExpression, 'notes'>,
): CompiledClause {
  const references = notes.referencesIn(node).map(({ reference }) => reference);
  const facts = references.filter(({ of }) => of === 'fact');
  const operands = operandsOf(node, notes);
  const bind = (scope: PolicyScope) => bindScope(references, scope);
  const witness = (scope: PolicyScope): Witness => ({
    notes,
    read: reference => readReference(reference, scope),
  });
  return {
    text: notes.textOf(node),
    facts: [...new Set(facts.map(({ name }) => name))],
    evaluate(scope): ClauseOutcome {
      const bindings = bind(scope);
      const value = valueAt(node, bindings);
      if (value === true) return { outcome: 'true' };
      if (value === false) return { outcome: 'false' };
      const { missing, trouble } = blame(node, bindings, witness(scope));
      const error = missing.length === 0;
      return { outcome: 'unknown', because: error ? trouble : missing, error };
    },
    read(scope): OperandReading[] {
      const bindings = bind(scope);
      return operands.map(({ node: operand, reference }) => ({
        // What is only asked for is shown by itself.
        expression: reference?.path ?? notes.textOf(operand),
        unit: reference?.unit,
        value: shown(
          reference
            ? readReference(reference, scope)
            : valueAt(operand, bindings),
        ),
      }));
    },
    explain(scope): string {
      const asked = { want: true, within: false, bindings: bind(scope) };
      return say(node, asked, witness(scope));
    },
  };
}

function shown(value: Reading | CelResult): OperandReading['value'] {
  if (typeof value !== 'object' || value === null) return readableValue(value);
  if (isCelError(value) || 'because' in value) return undefined;
  return readableValue('value' in value ? value.value : value);
}
