import { CelResult, isCelError } from '@bufbuild/cel';
import { Bindings, bindLocal } from '../bindScope';
import { Notes } from '../Notes';
import { Reading } from '../readReference';
import { Reference } from '../Reference';
import { Node, asCall, childrenOf } from '../syntax';
import { itemsOf } from './itemsOf';
import { Macro, readMacro } from './readMacro';
import { valueAt } from './valueAt';

/** Why a node has no value, as sentences without their dots. */
export interface Blame {
  /** What it reads that is unknown. */
  missing: string[];
  /** What could not be computed. */
  trouble: string[];
}

/** What explaining needs besides the tree. */
export interface Witness {
  notes: Notes;
  read(reference: Reference): Reading;
}

/** Items that are looked at, and that are named. */
const MAX_ITEMS = 3;

function merge(all: readonly Blame[]): Blame {
  if (all.length === 1) return all[0];
  return {
    missing: [...new Set(all.flatMap(({ missing }) => missing))],
    trouble: [...new Set(all.flatMap(({ trouble }) => trouble))],
  };
}

const plainWords: [RegExp, string][] = [
  [/divide by zero|division by zero|modulus by zero/, 'division by zero'],
  [/overflow/, 'the number is too large'],
  [/out of range/, 'the result is out of range'],
  [/Cannot convert (.*) to a BigInt/, "'$1' is not a whole number"],
  [/field not found: (.*)/, "there is no '$1'"],
  [/index (\S+) out of bounds.*/, 'there is no item $1'],
];

function inWords(message: string): string {
  const found = plainWords.find(([pattern]) => pattern.test(message));
  return found
    ? found[1].replace('$1', found[0].exec(message)?.[1] ?? '')
    : message;
}

function blameMacro(
  macro: Macro,
  bindings: Bindings,
  witness: Witness,
): Blame[] {
  const range = valueAt(macro.range, bindings);
  if (isCelError(range)) return [blame(macro.range, bindings, witness)];
  const found: Blame[] = [];
  for (const item of itemsOf(range) ?? []) {
    const inner = bindLocal(bindings, macro.variable, item);
    for (const body of macro.bodies) {
      if (isCelError(valueAt(body, inner))) {
        found.push(blame(body, inner, witness));
      }
    }
    if (found.length >= MAX_ITEMS) break;
  }
  return found;
}

/** The parts that keep a node from having a value. */
function partsOf(node: Node, bindings: Bindings): Node[] {
  const call = asCall(node);
  if (call?.name === '_?_:_') {
    const [condition, yes, no] = call.args;
    const value = valueAt(condition, bindings);
    if (typeof value !== 'boolean') return [condition];
    return [value ? yes : no];
  }
  return childrenOf(node).filter(child => isCelError(valueAt(child, bindings)));
}

/** Says why a node that has no value has none. */
export function blame(node: Node, bindings: Bindings, witness: Witness): Blame {
  const reference = witness.notes.referenceAt(node);
  if (reference) {
    const reading = witness.read(reference);
    return {
      missing: 'because' in reading ? [reading.because] : [],
      trouble: [],
    };
  }
  const macro = readMacro(node);
  const found = macro
    ? blameMacro(macro, bindings, witness)
    : partsOf(node, bindings).map(part => blame(part, bindings, witness));
  if (found.length > 0) return merge(found);
  const value: CelResult = valueAt(node, bindings);
  const why = isCelError(value) ? inWords(value.message) : 'it has no value';
  const text = witness.notes.briefOf(node);
  return { missing: [], trouble: [`${text} could not be computed: ${why}`] };
}
