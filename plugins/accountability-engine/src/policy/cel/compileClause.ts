import { CelResult, isCelError } from '@bufbuild/cel';
import {
  ClauseOutcome,
  CompiledClause,
  EvaluatedClause,
  OperandReading,
} from '../PolicyEngine';
import { Bindings, bindScope } from './bindScope';
import { CheckedExpression } from './checkExpression';
import { Witness, blame } from './explain/blame';
import { Operand, operandsOf } from './explain/operandsOf';
import { say } from './explain/say';
import { valueAt } from './explain/valueAt';
import { readableValue } from './readableValue';
import { Notes } from './Notes';
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
  return {
    text: notes.textOf(node),
    facts: [...new Set(facts.map(({ name }) => name))],
    operands: operands.map(operand => expressionOf(operand, notes)),
    evaluate(scope): EvaluatedClause {
      // Read once for the outcome, the operands and the words.
      const bindings = bindScope(references, scope);
      const witness: Witness = {
        notes,
        read: reference => readReference(reference, scope),
      };
      return {
        ...outcomeOf(node, bindings, witness),
        read: () =>
          operands.map(operand => readOperand(operand, bindings, witness)),
        explain: () =>
          say(node, { want: true, within: false, bindings }, witness),
      };
    },
  };
}

function outcomeOf(
  node: Node,
  bindings: Bindings,
  witness: Witness,
): ClauseOutcome {
  const value = valueAt(node, bindings);
  if (value === true) return { outcome: 'true' };
  if (value === false) return { outcome: 'false' };
  const { missing, trouble } = blame(node, bindings, witness);
  const error = missing.length === 0;
  return { outcome: 'unknown', because: error ? trouble : missing, error };
}

/** What is only asked for is shown by itself. */
function expressionOf({ node, reference }: Operand, notes: Notes): string {
  return reference?.path ?? notes.textOf(node);
}

function readOperand(
  { node, reference }: Operand,
  bindings: Bindings,
  { notes, read }: Witness,
): OperandReading {
  return {
    expression: expressionOf({ node, reference }, notes),
    unit: reference?.unit,
    value: shown(reference ? read(reference) : valueAt(node, bindings)),
  };
}

function shown(value: Reading | CelResult): OperandReading['value'] {
  if (typeof value !== 'object' || value === null) return readableValue(value);
  if (isCelError(value) || 'because' in value) return undefined;
  return readableValue('value' in value ? value.value : value);
}
