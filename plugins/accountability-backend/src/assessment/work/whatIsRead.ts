import { Beside, FactDefinition } from 'backstage-plugin-accountability-engine';

/** Tells whether any of the facts looks at it: what none does is not read. */
export function whatIsRead(
  facts: readonly FactDefinition[],
): (what: Beside) => boolean {
  const read = new Set(facts.flatMap(({ reads = [] }) => reads));
  return what => read.has(what);
}
