import { parse } from '@bufbuild/cel';

/** A node of the syntax tree. */
export type Node = ReturnType<typeof parse>['expr'];

// The engine has the same for policy. What both may import knows nothing of the language.
// jscpd:ignore-start
/** The nodes directly below, in order of appearance. */
export function childrenOf({ exprKind }: Node): Node[] {
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
// jscpd:ignore-end

/** A node and all nodes below it. Without recursion, so that no tree is too deep. */
export function nodesOf(root: Node): Node[] {
  const found = [root];
  for (const node of found) found.push(...childrenOf(node));
  return found;
}

/** Levels of the tree. */
export function depthOf(root: Node): number {
  let depth = 0;
  for (let level = [root]; level.length > 0; depth++) {
    level = level.flatMap(childrenOf);
  }
  return depth;
}

/** The name where the node is one that stands alone. */
export function nameOf({ exprKind }: Node): string | undefined {
  return exprKind.case === 'identExpr'
    ? exprKind.value.name.replace(/^\./, '')
    : undefined;
}

/** The function and its operands, target first, where the node is a call. */
export function callOf({
  exprKind,
}: Node): { name: string; args: Node[]; isMethod: boolean } | undefined {
  if (exprKind.case !== 'callExpr') return undefined;
  const { function: name, target, args } = exprKind.value;
  return target
    ? { name, args: [target, ...args], isMethod: true }
    : { name, args, isMethod: false };
}

/** The text where the node is one as written. */
export function textOf({ exprKind }: Node): string | undefined {
  if (exprKind.case !== 'constExpr') return undefined;
  const { constantKind } = exprKind.value;
  return constantKind.case === 'stringValue' ? constantKind.value : undefined;
}
