import { isCelError, plan, unparse } from '@bufbuild/cel';
import {
  ClauseOutcome,
  CompiledClause,
  Limit,
  OperandReading,
  PolicyScope,
} from '../PolicyEngine';
import { bindScope } from './bindScope';
import { environment } from './environment';
import { ParsedExpression } from './parseExpression';
import { readableValue } from './readableValue';
import { collectReferences } from './references';
import { Node, asCall, asReference } from './syntax';
import { Vocabulary } from './vocabulary';

type Operator = Limit['operator'];

const operators: Record<
  string,
  { as: Operator; flipped: Operator } | undefined
> = {
  '_<_': { as: '<', flipped: '>' },
  '_<=_': { as: '<=', flipped: '>=' },
  '_>_': { as: '>', flipped: '<' },
  '_>=_': { as: '>=', flipped: '<=' },
  '_==_': { as: '==', flipped: '==' },
  '_!=_': { as: '!=', flipped: '!=' },
};

/** A clause and its text, taken before whole numbers are rewritten. */
export interface ClauseSource {
  node: Node;
  text: string;
  /** Text of every node that may be shown as an operand. */
  operandTexts: ReadonlyMap<Node, string>;
}

const isReference = (node: Node) => {
  const reference = asReference(node);
  return reference !== undefined && !reference.tested;
};

/** The nodes whose values explain the clause, and the limit that one of them is held to. */
function analyse(node: Node, vocabulary: Vocabulary) {
  const reads = (part: Node) =>
    collectReferences(part, vocabulary).nodes.length > 0;
  const call = asCall(node);
  if (isReference(node))
    return { operands: [node], operator: '==' as const, bound: true };
  if (call?.name === '!_' && isReference(call.args[0])) {
    return { operands: call.args, operator: '==' as const, bound: false };
  }
  const operator = call && operators[call.name];
  if (!call || !operator) {
    return { operands: collectReferences(node, vocabulary).nodes };
  }
  const operands = call.args.filter(reads);
  const [left, right] = call.args;
  if (operands.length !== 1) return { operands };
  const onRight = operands[0] === right;
  const constant = plan(
    environment,
    onRight ? left : right,
  )(Object.create(null));
  const bound = isCelError(constant) ? undefined : readableValue(constant);
  return {
    operands,
    bound,
    operator: onRight ? operator.flipped : operator.as,
  };
}

/** Where operands are references inside something larger, `has(x)` is shown as `x`. */
function operandText(node: Node, parsed: ParsedExpression): string {
  const reference = asReference(node);
  return reference
    ? `${reference.namespace}.${reference.name}`
    : unparse({ ...parsed, expr: node });
}

/** The conditions joined by a top-level "and", with their texts. */
export function splitClauses(
  parsed: ParsedExpression,
  vocabulary: Vocabulary,
): ClauseSource[] {
  const split = (node: Node): Node[] => {
    const call = asCall(node);
    return call?.name === '_&&_' ? call.args.flatMap(split) : [node];
  };
  return split(parsed.expr).map(node => {
    const operandTexts = new Map<Node, string>();
    for (const part of [
      node,
      ...(asCall(node)?.args ?? []),
      ...collectReferences(node, vocabulary).nodes,
    ]) {
      operandTexts.set(part, operandText(part, parsed));
    }
    return { node, text: unparse({ ...parsed, expr: node }), operandTexts };
  });
}

function untested(node: Node): Node {
  const { exprKind } = node;
  if (exprKind.case !== 'selectExpr' || !exprKind.value.testOnly) return node;
  return {
    ...node,
    exprKind: { ...exprKind, value: { ...exprKind.value, testOnly: false } },
  };
}

/** Plans a checked clause and everything that explains it, once for all services. */
export function compileClause(
  { node, text, operandTexts }: ClauseSource,
  vocabulary: Vocabulary,
): CompiledClause {
  const references = collectReferences(node, vocabulary);
  const run = plan(environment, node);
  const { operands, operator, bound } = analyse(node, vocabulary);
  const readers = operands.map(operand => {
    const reference = asReference(operand);
    const id = reference && `${reference.namespace}.${reference.name}`;
    return {
      expression: operandTexts.get(operand) ?? text,
      unit: id ? vocabulary.fact(id)?.unit : undefined,
      run: plan(environment, untested(operand)),
    };
  });
  const bind = (scope: PolicyScope) => bindScope(references, scope, vocabulary);
  return {
    text,
    facts: references.facts,
    limit:
      operator !== undefined && bound !== undefined
        ? { operator, bound }
        : undefined,
    evaluate(scope): ClauseOutcome {
      const value = run(bind(scope));
      if (value === true) return { outcome: 'true' };
      if (value === false) return { outcome: 'false' };
      const trouble = isCelError(value) ? value.message : 'it is not a boolean';
      return { outcome: 'unknown', trouble };
    },
    read(scope): OperandReading[] {
      const bindings = bind(scope);
      return readers.map(reader => {
        const value = reader.run(bindings);
        return {
          expression: reader.expression,
          unit: reader.unit,
          value: isCelError(value) ? undefined : readableValue(value),
        };
      });
    },
  };
}
