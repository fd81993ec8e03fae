import { Notes } from './Notes';
import { Reference } from './Reference';
import { limits } from './limits';
import { patternSize } from './patternSize';
import { Node, asCall, childrenOf, constantOf } from './syntax';

/** How large a value can get, and what a list holds. */
interface Shape {
  size: number;
  element?: Shape;
  /** Parts of a text that is a pattern. */
  parts?: number;
  /** A list that was put together item by item, which is slow to go through. */
  chained?: boolean;
}

interface Estimate {
  cost: number;
  shape: Shape;
}

type Locals = ReadonlyMap<string, Shape>;

/** Of a text that is compared or searched. */
const CHARACTERS_PER_STEP = 100;
/** Of a text times parts of a pattern that it is held against. */
const MATCHES_PER_STEP = 10;
/** Going through n items put together one by one takes n² / 2 turns, each far below a step. */
const LINKS_PER_STEP = 20;
const scalar: Shape = { size: 1 };

function larger(a?: Shape, b?: Shape): Shape | undefined {
  if (!a || !b) return a ?? b;
  return {
    size: Math.max(a.size, b.size),
    element: larger(a.element, b.element),
    chained: a.chained || b.chained,
  };
}

/** The largest value that is let in. */
function shapeOf({ type, key, tested, of }: Reference): Shape {
  if (tested || of === 'now') return scalar;
  if (type.kind === 'string') {
    const long = key !== undefined || of === 'fact';
    return { size: long ? limits.longText : limits.text };
  }
  if (type.kind === 'list') {
    return { size: limits.items, element: { size: limits.text } };
  }
  return type.kind === 'map'
    ? { size: limits.entries, element: { size: limits.longText } }
    : scalar;
}

const walk = ({ size, chained }: Shape) =>
  size + (chained ? (size * size) / LINKS_PER_STEP : 0);

/** Looking at every item of a list, at every character of a text. */
const touch = (shape: Shape) =>
  shape.element ? walk(shape) : shape.size / CHARACTERS_PER_STEP;

function estimateCall(name: string, parts: Estimate[]): Estimate {
  const cost = parts.reduce((sum, part) => sum + part.cost, 1);
  const shapes = parts.map(part => part.shape);
  const [first, second] = shapes;
  if (name === '_+_') {
    const size = shapes.reduce((sum, shape) => sum + shape.size, 0);
    const element = larger(first.element, second?.element);
    const chained = first.chained || second?.chained;
    return { cost, shape: { size, element, chained } };
  }
  if (name === '_?_:_') {
    return { cost, shape: larger(second, shapes[2]) ?? scalar };
  }
  if (name === '_[_]') {
    const work = first.chained ? first.size : 0;
    return { cost: cost + work, shape: first.element ?? scalar };
  }
  if (name === '@in') return { cost: cost + walk(second), shape: scalar };
  if (name === 'matches') {
    const size = second.parts ?? second.size;
    const work = (first.size * size) / MATCHES_PER_STEP;
    return { cost: cost + work, shape: scalar };
  }
  if (name === 'string') {
    return { cost, shape: { size: Math.max(64, first.size) } };
  }
  const work = shapes.reduce((sum, shape) => sum + touch(shape), 0);
  return { cost: cost + work, shape: scalar };
}

/** Adds up what one expression takes. */
class Estimator {
  constructor(private readonly notes: Notes) {}

  of(node: Node | undefined, locals: Locals): Estimate {
    if (!node) return { cost: 0, shape: scalar };
    const reference = this.notes.referenceAt(node);
    if (reference) return { cost: 1, shape: shapeOf(reference) };
    const { exprKind } = node;
    if (exprKind.case === 'comprehensionExpr') return this.ofLoop(node, locals);
    if (exprKind.case === 'identExpr') {
      return { cost: 1, shape: locals.get(exprKind.value.name) ?? scalar };
    }
    const parts = childrenOf(node).map(child => this.of(child, locals));
    const call = asCall(node);
    if (call) return estimateCall(call.name, parts);
    const cost = parts.reduce((sum, part) => sum + part.cost, 1);
    if (exprKind.case === 'selectExpr') {
      return { cost, shape: parts[0]?.shape.element ?? scalar };
    }
    if (exprKind.case === 'listExpr' || exprKind.case === 'structExpr') {
      let element: Shape | undefined;
      for (const part of parts) element = larger(element, part.shape);
      return { cost, shape: { size: parts.length, element } };
    }
    const literal = constantOf(node);
    if (typeof literal !== 'string') return { cost, shape: scalar };
    const size = literal.length;
    return { cost, shape: { size, parts: patternSize(literal) } };
  }

  private ofLoop({ exprKind }: Node, locals: Locals): Estimate {
    if (exprKind.case !== 'comprehensionExpr') {
      return { cost: 1, shape: scalar };
    }
    const { iterRange, accuInit, loopCondition } = exprKind.value;
    const { loopStep, result, iterVar, accuVar } = exprKind.value;
    const range = this.of(iterRange, locals);
    const start = this.of(accuInit, locals);
    const inner = new Map(locals)
      .set(iterVar, range.shape.element ?? { size: limits.text })
      .set(accuVar, start.shape);
    const step = this.of(loopStep, inner);
    const times = range.shape.size;
    const end = new Map(locals).set(accuVar, {
      size: start.shape.size + times * step.shape.size,
      element: step.shape.element,
      chained: accuInit?.exprKind.case === 'listExpr',
    });
    const last = this.of(result, end);
    const each = this.of(loopCondition, inner).cost + step.cost;
    const going = walk(range.shape) - times;
    return {
      cost: range.cost + start.cost + going + times * each + last.cost,
      shape: last.shape,
    };
  }
}

/** Upper bound of the steps that an evaluation takes, whatever the values are. */
export function estimateCost(root: Node, notes: Notes): number {
  return Math.ceil(new Estimator(notes).of(root, new Map()).cost);
}
