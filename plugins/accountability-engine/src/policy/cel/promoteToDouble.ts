import { Node, asCall, childrenOf } from './syntax';

const exact = new Set(['_+_', '_-_', '_*_', '-_']);

function isWholeNumber(node: Node): boolean {
  if (node.exprKind.case === 'constExpr') {
    return node.exprKind.value.constantKind.case === 'int64Value';
  }
  const call = asCall(node);
  if (call?.name === '_?_:_') return call.args.slice(1).every(isWholeNumber);
  return (
    call !== undefined && exact.has(call.name) && call.args.every(isWholeNumber)
  );
}

function rewrite(node: Node): void {
  if (
    node.exprKind.case === 'constExpr' &&
    node.exprKind.value.constantKind.case === 'int64Value'
  ) {
    node.exprKind.value.constantKind = {
      case: 'doubleValue',
      value: Number(node.exprKind.value.constantKind.value),
    };
  }
  const call = asCall(node);
  const parts = call?.name === '_?_:_' ? call.args.slice(1) : childrenOf(node);
  parts.forEach(rewrite);
}

/**
 * Turns whole numbers as written (`3`, `24 * 60`, `x ? 1 : 2`) into doubles, in place, so that an author
 * need not write `3.0`. False, and nothing done, where the node is anything else; division is
 * left alone because `1 / 2` is 0 for integers.
 */
export function promoteToDouble(node: Node): boolean {
  if (!isWholeNumber(node)) return false;
  rewrite(node);
  return true;
}
