/** So few packages may well need none of each other. */
const FEW = 20;

/**
 * Whether a bill is a list and no tree: what it is of needs all of its many
 * packages itself. Exporters that do not know who needs what write it so, and
 * direct dependencies are not told by it.
 */
export function isFlat(given: { components: number; direct: number }): boolean {
  return given.components > FEW && given.direct >= given.components;
}
