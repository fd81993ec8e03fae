import { Node, asCall, asReference, childrenOf, constantOf } from './syntax';

/** How large a value can get, and what a list holds. */
interface Shape {
  size: number;
  element?: Shape;
}

interface Estimate {
  cost: number;
  shape: Shape;
}

type Locals = ReadonlyMap<string, Shape>;

/** The longest name a catalog entity may give for what an expression reads of it. */
const STRING_SIZE = 256;
const CHARACTERS_PER_STEP = 10;
const scalar: Shape = { size: 1 };

function larger(a?: Shape, b?: Shape): Shape | undefined {
  if (!a || !b) return a ?? b;
  return {
    size: Math.max(a.size, b.size),
    element: larger(a.element, b.element),
  };
}

function estimateCall(name: string, parts: Estimate[]): Estimate {
  const cost = parts.reduce((sum, part) => sum + part.cost, 1);
  const shapes = parts.map(part => part.shape);
  const [first, second] = shapes;
  if (name === '_+_') {
    const size = shapes.reduce((sum, shape) => sum + shape.size, 0);
    return {
      cost,
      shape: { size, element: larger(first.element, second?.element) },
    };
  }
  if (name === '_?_:_') {
    return { cost, shape: larger(second, shapes[2]) ?? scalar };
  }
  if (name === '_[_]') return { cost, shape: first.element ?? scalar };
  if (name === '@in') return { cost: cost + second.size, shape: scalar };
  if (name === 'matches') {
    const work = (first.size * second.size) / CHARACTERS_PER_STEP;
    return { cost: cost + work, shape: scalar };
  }
  if (name === 'string') return { cost, shape: { size: 64 } };
  const work = shapes.reduce((sum, shape) => sum + shape.size, 0);
  return { cost: cost + work / CHARACTERS_PER_STEP, shape: scalar };
}

function estimateLoop(node: Node, locals: Locals): Estimate {
  if (node.exprKind.case !== 'comprehensionExpr')
    return { cost: 1, shape: scalar };
  const { iterRange, accuInit, loopCondition, loopStep, result } =
    node.exprKind.value;
  const { iterVar, accuVar } = node.exprKind.value;
  const of = (child: Node | undefined, known: Locals): Estimate =>
    child ? estimate(child, known) : { cost: 0, shape: scalar };
  const range = of(iterRange, locals);
  const start = of(accuInit, locals);
  const inner = new Map(locals)
    .set(iterVar, range.shape.element ?? { size: STRING_SIZE })
    .set(accuVar, start.shape);
  const step = of(loopStep, inner);
  const times = range.shape.size;
  const end = new Map(locals).set(accuVar, {
    size: start.shape.size + times * step.shape.size,
    element: step.shape.element,
  });
  const last = of(result, end);
  const each = of(loopCondition, inner).cost + step.cost;
  return {
    cost: range.cost + start.cost + times * each + last.cost,
    shape: last.shape,
  };
}

function estimate(node: Node, locals: Locals): Estimate {
  const { exprKind } = node;
  if (exprKind.case === 'comprehensionExpr') return estimateLoop(node, locals);
  if (exprKind.case === 'identExpr') {
    return { cost: 1, shape: locals.get(exprKind.value.name) ?? scalar };
  }
  const parts = childrenOf(node).map(child => estimate(child, locals));
  const call = asCall(node);
  if (call) return estimateCall(call.name, parts);
  const cost = parts.reduce((sum, part) => sum + part.cost, 1);
  if (asReference(node)?.namespace === 'service') {
    return { cost, shape: { size: STRING_SIZE } };
  }
  if (exprKind.case === 'selectExpr') {
    return { cost, shape: parts[0]?.shape.element ?? scalar };
  }
  if (exprKind.case === 'listExpr' || exprKind.case === 'structExpr') {
    let element: Shape | undefined;
    for (const part of parts) element = larger(element, part.shape);
    return { cost, shape: { size: parts.length, element } };
  }
  const literal = constantOf(node);
  return {
    cost,
    shape: { size: typeof literal === 'string' ? literal.length : 1 },
  };
}

/** Upper bound of the steps that an evaluation takes, whatever the values are. */
export function estimateCost(node: Node): number {
  return Math.ceil(estimate(node, new Map()).cost);
}
