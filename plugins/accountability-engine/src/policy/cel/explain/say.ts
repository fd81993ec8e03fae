import { isCelError } from '@bufbuild/cel';
import { Bindings } from '../bindScope';
import { Node, asCall } from '../syntax';
import { Witness, blame } from './blame';
import { readMacro } from './readMacro';
import { sayLeaf } from './sayLeaf';
import { sayMacro } from './sayMacro';
import { valueAt } from './valueAt';

/** What a node is asked: to come to `want`, alone in its sentence or `within` one. */
export interface Asked {
  want: boolean;
  within: boolean;
  bindings: Bindings;
}

/** Parts that are told of one "and" or "or". */
const MAX_PARTS = 5;

function sayParts(parts: Node[], asked: Asked, witness: Witness): string {
  const { want, within, bindings } = asked;
  const failing = parts.filter(part => valueAt(part, bindings) === !want);
  const deciding = failing.length > 0 ? failing : parts;
  return deciding
    .slice(0, MAX_PARTS)
    .map(part => say(part, asked, witness))
    .join(within ? ' and ' : '; ');
}

function sayAlternatives(
  parts: Node[],
  asked: Asked,
  witness: Witness,
): string {
  const { want, bindings } = asked;
  const holding = parts.filter(part => valueAt(part, bindings) === want);
  if (holding.length > 0) {
    return holding
      .slice(0, MAX_PARTS)
      .map(part => say(part, asked, witness))
      .join(' and ');
  }
  const said = parts
    .slice(0, MAX_PARTS)
    .map(part => say(part, { ...asked, within: true }, witness));
  const more = parts.length - said.length;
  return [...said, ...(more > 0 ? [`${more} more`] : [])].join(', or ');
}

/** The parts of a chain of the same operator. */
function chain(node: Node, name: string): Node[] {
  const call = asCall(node);
  return call?.name === name
    ? call.args.flatMap(part => chain(part, name))
    : [node];
}

function sayBranch(parts: Node[], asked: Asked, witness: Witness): string {
  const [condition, yes, no] = parts;
  const taken = valueAt(condition, asked.bindings) === true;
  const branch = taken ? yes : no;
  // A branch that is written out decides nothing by itself: the condition does.
  if (branch.exprKind.case === 'constExpr') {
    const well = valueAt(branch, asked.bindings) === asked.want;
    return say(condition, { ...asked, want: taken === well }, witness);
  }
  const given = { ...asked, want: taken, within: true };
  const because = say(condition, given, witness);
  return `as ${because}, ${say(branch, asked, witness)}`;
}

/** Says of a boolean node with what it came to what was asked, or why it did not, without the dot. */
export function say(node: Node, asked: Asked, witness: Witness): string {
  const { want, bindings } = asked;
  const value = valueAt(node, bindings);
  if (isCelError(value)) {
    const { missing, trouble } = blame(node, bindings, witness);
    return [...missing, ...trouble].join('; ');
  }
  const call = asCall(node);
  if (call?.name === '!_') {
    return say(call.args[0], { ...asked, want: !want }, witness);
  }
  if (call?.name === '_&&_' || call?.name === '_||_') {
    const parts = chain(node, call.name);
    return (call.name === '_&&_') === want
      ? sayParts(parts, asked, witness)
      : sayAlternatives(parts, asked, witness);
  }
  if (call?.name === '_?_:_') return sayBranch(call.args, asked, witness);
  const macro = readMacro(node);
  return macro && macro.kind !== 'other'
    ? sayMacro({ node, macro }, asked, witness)
    : sayLeaf(node, asked, witness);
}
