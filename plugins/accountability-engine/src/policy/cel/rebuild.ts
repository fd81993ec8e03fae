import { Node } from './syntax';

/** A copy of a node whose children are what `each` makes of them, in order of appearance. */
export function rebuild(node: Node, each: (child: Node) => Node): Node {
  const { exprKind } = node;
  const maybe = (child: Node | undefined) => child && each(child);
  switch (exprKind.case) {
    case 'selectExpr': {
      const value = { ...exprKind.value };
      value.operand = maybe(value.operand);
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    case 'callExpr': {
      const value = { ...exprKind.value };
      value.target = maybe(value.target);
      value.args = value.args.map(each);
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    case 'listExpr': {
      const value = { ...exprKind.value };
      value.elements = value.elements.map(each);
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    case 'structExpr': {
      const value = { ...exprKind.value };
      value.entries = value.entries.map(entry => {
        const { keyKind } = entry;
        return {
          ...entry,
          keyKind:
            keyKind.case === 'mapKey'
              ? { case: keyKind.case, value: each(keyKind.value) }
              : keyKind,
          value: maybe(entry.value),
        };
      });
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    case 'comprehensionExpr': {
      const value = { ...exprKind.value };
      value.iterRange = maybe(value.iterRange);
      value.accuInit = maybe(value.accuInit);
      value.loopCondition = maybe(value.loopCondition);
      value.loopStep = maybe(value.loopStep);
      value.result = maybe(value.result);
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    case 'constExpr': {
      // Whole numbers are rewritten in place beside doubles; the original stays for printing.
      const value = { ...exprKind.value };
      return { ...node, exprKind: { case: exprKind.case, value } };
    }
    default:
      return node;
  }
}
