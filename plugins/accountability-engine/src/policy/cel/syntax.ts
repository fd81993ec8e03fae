import { ParsedExpression } from './parseExpression';

/** A node of the syntax tree. */
export type Node = ParsedExpression['expr'];

/** The nodes directly below, in order of appearance. */
export function childrenOf(node: Node): Node[] {
  const { exprKind } = node;
  const below = (): (Node | undefined)[] => {
    switch (exprKind.case) {
      case 'selectExpr':
        return [exprKind.value.operand];
      case 'callExpr':
        return [exprKind.value.target, ...exprKind.value.args];
      case 'listExpr':
        return exprKind.value.elements;
      case 'structExpr':
        return exprKind.value.entries.flatMap(({ keyKind, value }) => [
          keyKind.case === 'mapKey' ? keyKind.value : undefined,
          value,
        ]);
      case 'comprehensionExpr': {
        const { iterRange, accuInit, loopCondition, loopStep, result } =
          exprKind.value;
        return [iterRange, accuInit, loopCondition, loopStep, result];
      }
      default:
        return [];
    }
  };
  return below().filter(child => child !== undefined);
}

/** `{namespace, name}` where the node is `<identifier>.<name>`, with or without `has()`. */
export function asReference(
  node: Node,
): { namespace: string; name: string; tested: boolean } | undefined {
  if (node.exprKind.case !== 'selectExpr') return undefined;
  const { operand, field, testOnly } = node.exprKind.value;
  if (operand?.exprKind.case !== 'identExpr') return undefined;
  return {
    namespace: operand.exprKind.value.name,
    name: field,
    tested: testOnly,
  };
}

/** The operator or function and its operands, target first, where the node is a call. */
export function asCall(node: Node): { name: string; args: Node[] } | undefined {
  if (node.exprKind.case !== 'callExpr') return undefined;
  const { function: name, target, args } = node.exprKind.value;
  return { name, args: target ? [target, ...args] : args };
}

/** The value of a literal. */
export function constantOf(node: Node): boolean | number | string | undefined {
  if (node.exprKind.case !== 'constExpr') return undefined;
  const { constantKind } = node.exprKind.value;
  switch (constantKind.case) {
    case 'boolValue':
    case 'doubleValue':
    case 'stringValue':
      return constantKind.value;
    case 'int64Value':
      return Number(constantKind.value);
    default:
      return undefined;
  }
}

/** The tree's `_<=_` as an author writes it. */
export function operatorName(name: string): string {
  return name === '_[_]' ? '[]' : name.replace(/^[_@]|_$/g, '');
}

/** Levels of the tree. Without recursion, so that no tree is too deep to be measured. */
export function depthOf(root: Node): number {
  let depth = 0;
  let level = [root];
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap(childrenOf);
  }
  return depth;
}
