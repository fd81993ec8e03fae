import { bindLocal } from '../bindScope';
import { Node } from '../syntax';
import { Witness } from './blame';
import { itemsOf } from './itemsOf';
import { printed } from './printed';
import { Macro } from './readMacro';
import type { Asked } from './say';
import { say } from './say';
import { sayGenerally } from './sayGenerally';
import { valueAt } from './valueAt';

/** Offending items that are named. */
const MAX_ITEMS = 3;
/** Characters of a list that is shown as written. */
const MAX_TEXT = 80;

/** Names the items that decide about `all()` or `exists()`, each with what it saw. */
export function sayMacro(
  { node, macro }: { node: Node; macro: Macro },
  asked: Asked,
  witness: Witness,
): string {
  const { want, bindings } = asked;
  const [body] = macro.bodies;
  const items = itemsOf(valueAt(macro.range, bindings)) ?? [];
  const holds = valueAt(node, bindings) === want;
  if (holds || !body) return sayGenerally(node, asked, witness);
  const text = witness.notes.briefOf(macro.range);
  const range = text.length > MAX_TEXT ? 'the list' : text;
  if (items.length === 0) return `${range} is empty`;
  const offending = items.filter(
    item => valueAt(body, bindLocal(bindings, macro.variable, item)) === !want,
  );
  const said = offending.slice(0, MAX_ITEMS).map(item => {
    const inner = bindLocal(bindings, macro.variable, item);
    const why = say(body, { want, within: true, bindings: inner }, witness);
    return `for ${printed(item)}, ${why}`;
  });
  const more = offending.length - said.length;
  // Every item has to, or one: `!exists()` asks the same as `all()`.
  const every = (macro.kind === 'all') === want;
  const lead = every ? 'not every item' : 'no item';
  return `${lead} of ${range} fits: ${said.join('; ')}${
    more > 0 ? `; and ${more} more` : ''
  }`;
}
