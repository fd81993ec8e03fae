import { CelResult } from '@bufbuild/cel';
import { Node, childrenOf } from '../syntax';
import { Witness } from './blame';
import { printed } from './printed';
import type { Asked } from './say';
import { valueAt } from './valueAt';

/** Variables of macros around a node, which it reads. */
function localsIn(
  node: Node,
  asked: Asked,
  found = new Map<string, CelResult>(),
) {
  const { exprKind } = node;
  if (exprKind.case === 'identExpr') {
    const { name } = exprKind.value;
    if (Object.hasOwn(asked.bindings, name)) {
      found.set(name, valueAt(node, asked.bindings));
    }
  }
  childrenOf(node).forEach(child => localsIn(child, asked, found));
  return found;
}

/** What can be said of any condition: whether it holds, with all that it saw. */
export function sayGenerally(
  node: Node,
  asked: Asked,
  witness: Witness,
): string {
  const { notes, read } = witness;
  const references = notes.referencesIn(node).map(({ reference }) => reference);
  const seen = references.map(reference => {
    const reading = read(reference);
    const value = 'value' in reading ? reading.value : undefined;
    return `${reference.path} is ${printed(value, reference.unit)}`;
  });
  const known = new Set(references.map(({ path }) => path));
  for (const [name, value] of localsIn(node, asked)) {
    if (!known.has(name) && !name.startsWith('has(')) {
      seen.push(`${name} is ${printed(value)}`);
    }
  }
  const values = seen.length > 0 ? ` (${[...new Set(seen)].join(', ')})` : '';
  const holds = valueAt(node, asked.bindings) === true;
  const must = !holds || asked.want ? '' : ' and must not';
  return `${notes.briefOf(node)} ${
    holds ? 'holds' : 'does not hold'
  }${must}${values}`;
}
