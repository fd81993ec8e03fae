import { PayloadSize } from '../payload/readPayload';
import { Node, callOf, childrenOf, nodesOf } from './syntax';

/** Functions that go through a whole text. */
const readsText = new Set(['lowerAscii', 'matches', 'split', 'upperAscii']);
const CHARACTERS_PER_STEP = 10;

/** Comparing two lists or objects goes through both. */
const comparisons = new Set(['_==_', '_!=_', '@in']);
const VALUES_PER_STEP = 20;

/** Going through what a macro built costs a little for each pair: such lists are chains. */
const PAIRS_PER_STEP = 10;

const isLoop = ({ exprKind }: Node) => exprKind.case === 'comprehensionExpr';

const isConstant = ({ exprKind }: Node) => exprKind.case === 'constExpr';

/** At most how many steps an expression takes on a payload of that size; a step is a quarter of a microsecond. */
export function estimateSteps(node: Node, size: PayloadSize): number {
  const { exprKind } = node;
  if (exprKind.case === 'comprehensionExpr') {
    return loopSteps(exprKind.value, size);
  }
  const below = childrenOf(node).reduce(
    (sum, child) => sum + estimateSteps(child, size),
    1,
  );
  return below + callSteps(node, size);
}

function callSteps(node: Node, size: PayloadSize): number {
  const call = callOf(node);
  if (!call) return 0;
  const { name, args } = call;
  if (readsText.has(name)) return size.longestText / CHARACTERS_PER_STEP;
  const isDeep = comparisons.has(name) && !args.some(isConstant);
  const compared = isDeep ? size.values / VALUES_PER_STEP : 0;
  return name === '@in' ? compared + rangeSteps(args[1], size) : compared;
}

function loopSteps(
  loop: Extract<Node['exprKind'], { case: 'comprehensionExpr' }>['value'],
  size: PayloadSize,
): number {
  const { iterRange, accuInit, loopCondition, loopStep, result } = loop;
  const of = (node: Node | undefined) => (node ? estimateSteps(node, size) : 0);
  const times = iterRange ? entriesOf(iterRange, size) : 0;
  return (
    of(iterRange) +
    of(accuInit) +
    of(result) +
    times * (of(loopCondition) + of(loopStep)) +
    (iterRange ? rangeSteps(iterRange, size) : 0)
  );
}

/** At most how many entries a range has: its texts may be split, its lists joined. */
function entriesOf(range: Node, size: PayloadSize): number {
  const nodes = nodesOf(range);
  const splits = nodes.some(node => callOf(node)?.name === 'split');
  const longest = Math.max(size.longestList, splits ? size.longestText : 0);
  const joined = nodes.filter(node => callOf(node)?.name === '_+_').length + 1;
  return Math.max(longest * joined, nodes.length);
}

function rangeSteps(range: Node, size: PayloadSize): number {
  const entries = entriesOf(range, size);
  const isBuilt = nodesOf(range).some(isLoop);
  return entries + (isBuilt ? entries ** 2 / PAIRS_PER_STEP : 0);
}
