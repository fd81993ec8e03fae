import { isCelError } from '@bufbuild/cel';
import { printApart } from '../../printValue';
import { Reference } from '../Reference';
import { readableValue } from '../readableValue';
import { Node, asCall } from '../syntax';
import { Witness } from './blame';
import { printed } from './printed';
import type { Asked } from './say';
import { sayGenerally } from './sayGenerally';
import { valueAt } from './valueAt';
import { comparisonWords, methodWords } from './words';

/** What was seen of a subject, and what it has to be where it is not. */
interface Finding {
  subject: string;
  seen: string;
  wanted: string;
  holds: boolean;
  /** Whether what was wanted is worth telling where it holds. */
  told?: string;
}

function finish(finding: Finding, { within }: Asked): string {
  const { subject, seen, wanted, holds, told } = finding;
  if (holds) return `${subject} is ${seen}${told ? `, ${told}` : ''}`;
  return within
    ? `${subject} has to ${wanted} and is ${seen}`
    : `${subject} is ${seen}; it has to ${wanted}`;
}

const constants = new WeakMap<Node, boolean>();

/** Whether a node is the same whatever the scope is; found out once, for it is asked three times a sentence. */
function isConstant(node: Node, { notes }: Witness): boolean {
  const known = constants.get(node);
  if (known !== undefined) return known;
  const constant =
    notes.referencesIn(node).length === 0 &&
    !isCelError(valueAt(node, Object.create(null)));
  constants.set(node, constant);
  return constant;
}

function sayComparison(node: Node, asked: Asked, witness: Witness) {
  const call = asCall(node);
  const words = call && comparisonWords[call.name];
  if (!call || !words) return undefined;
  const { notes } = witness;
  const turned = isConstant(call.args[0], witness);
  const [subject, limit] = turned ? [...call.args].reverse() : call.args;
  if (isConstant(subject, witness)) return undefined;
  const [value, bound] = [subject, limit].map(side =>
    valueAt(side, asked.bindings),
  );
  if (isCelError(value) || isCelError(bound)) return undefined;
  const holds = valueAt(node, asked.bindings) === asked.want;
  const name = turned ? words.swapped : call.name;
  const sought = asked.want ? name : comparisonWords[name]?.inverse ?? name;
  const unit = (notes.referenceAt(subject) ?? notes.referenceAt(limit))?.unit;
  const [left, right] = printApart(
    readableValue(value) ?? 'unknown',
    readableValue(bound) ?? 'unknown',
    unit,
  );
  const own = !isConstant(limit, witness);
  const limitText = own ? `${right} (${notes.briefOf(limit)})` : right;
  const wanted = `${comparisonWords[sought]?.words ?? ''}${limitText}`;
  return finish(
    {
      subject: notes.briefOf(subject),
      seen: left,
      wanted: `be ${wanted}`,
      holds,
      told: sought === '_==_' ? undefined : wanted,
    },
    asked,
  );
}

function sayMembership(node: Node, asked: Asked, witness: Witness) {
  const call = asCall(node);
  if (call?.name !== '@in') return undefined;
  const [item, holder] = call.args;
  const { notes } = witness;
  const [value, range] = call.args.map(arg =>
    printed(valueAt(arg, asked.bindings)),
  );
  const holds = valueAt(node, asked.bindings) === asked.want;
  if (isConstant(holder, witness)) {
    const wanted = `be ${asked.want ? 'one' : 'none'} of ${range}`;
    const subject = notes.briefOf(item);
    return finish({ subject, seen: value, wanted, holds }, asked);
  }
  const wanted = `${asked.want ? '' : 'not '}contain ${value}`;
  const subject = notes.briefOf(holder);
  return finish({ subject, seen: range, wanted, holds }, asked);
}

function sayMethod(node: Node, asked: Asked, witness: Witness) {
  const call = asCall(node);
  const words = call && methodWords[call.name];
  if (!call || !words) return undefined;
  const [value, argument] = call.args.map(arg =>
    printed(valueAt(arg, asked.bindings)),
  );
  const holds = valueAt(node, asked.bindings) === asked.want;
  const wanted = `${asked.want ? words.is : words.isNot} ${argument}`;
  const subject = witness.notes.briefOf(call.args[0]);
  return finish({ subject, seen: value, wanted, holds }, asked);
}

function sayTested(reference: Reference, asked: Asked, { read }: Witness) {
  const there = 'value' in read(reference);
  const fact = reference.of === 'fact' && reference.key === undefined;
  const word = fact ? 'known' : 'set';
  const subject = reference.path;
  const seen = there ? word : `not ${word}`;
  const wanted = asked.want ? `be ${word}` : `be without a value`;
  const holds = there === asked.want;
  return finish({ subject, seen, wanted, holds }, asked);
}

function sayBoolean(node: Node, asked: Asked, { notes }: Witness) {
  const value = valueAt(node, asked.bindings);
  const finding = {
    subject: notes.briefOf(node),
    seen: String(value),
    wanted: `be ${asked.want}`,
    holds: value === asked.want,
  };
  return finish(finding, asked);
}

/** Says of one condition what it saw, and what it wants where it does not hold. */
export function sayLeaf(node: Node, asked: Asked, witness: Witness): string {
  const reference = witness.notes.referenceAt(node);
  if (reference) {
    return reference.tested
      ? sayTested(reference, asked, witness)
      : sayBoolean(node, asked, witness);
  }
  return (
    sayComparison(node, asked, witness) ??
    sayMembership(node, asked, witness) ??
    sayMethod(node, asked, witness) ??
    sayGenerally(node, asked, witness)
  );
}
