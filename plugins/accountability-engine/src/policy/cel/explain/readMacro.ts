import { Node, asCall, childrenOf } from '../syntax';

/** A macro over a list or a map, taken out of the loop that it becomes. */
export interface Macro {
  kind: 'all' | 'exists' | 'other';
  range: Node;
  /** Name of what stands for each item. */
  variable: string;
  /** What is computed for each item; the condition alone for `all` and `exists`. */
  bodies: Node[];
}

function mentions(node: Node, name: string): boolean {
  const { exprKind } = node;
  if (exprKind.case === 'identExpr') return exprKind.value.name === name;
  return childrenOf(node).some(child => mentions(child, name));
}

/** The largest parts of a step that do not speak of what was gathered before. */
function bodiesOf(step: Node, gathered: string): Node[] {
  if (!mentions(step, gathered)) return [step];
  return childrenOf(step).flatMap(child => bodiesOf(child, gathered));
}

/** The macro that a node was written as; undefined where it is none. */
export function readMacro(node: Node): Macro | undefined {
  if (node.exprKind.case !== 'comprehensionExpr') return undefined;
  const { iterRange, iterVar, accuVar, loopStep } = node.exprKind.value;
  if (!iterRange || !loopStep) return undefined;
  const step = asCall(loopStep)?.name;
  const kinds = { '_&&_': 'all', '_||_': 'exists' } as const;
  const kind = step === '_&&_' || step === '_||_' ? kinds[step] : 'other';
  return {
    kind,
    range: iterRange,
    variable: iterVar,
    bodies: bodiesOf(loopStep, accuVar).filter(
      ({ exprKind }) => exprKind.case !== 'constExpr',
    ),
  };
}
