import { Notes } from '../Notes';
import { Reference } from '../Reference';
import { Node, asCall } from '../syntax';

/** A part of a clause whose value is worth showing. */
export interface Operand {
  node: Node;
  /** Where it is a reference itself. */
  reference?: Reference;
}

/** Operators between two values of which one is better than the other, or is the other. */
const comparisons: ReadonlySet<string> = new Set([
  '_<_',
  '_<=_',
  '_>_',
  '_>=_',
  '_==_',
  '_!=_',
]);

/** Sides of a comparison that are not constants; otherwise all that is read. */
export function operandsOf(node: Node, notes: Notes): Operand[] {
  const call = asCall(node);
  if (call && comparisons.has(call.name)) {
    return call.args
      .filter(side => notes.referencesIn(side).length > 0)
      .map(side => ({ node: side, reference: notes.referenceAt(side) }));
  }
  return notes.referencesIn(node);
}
