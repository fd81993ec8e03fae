/** Oldest first; ids break ties, so that the order of arrival never decides. */
export function byStart(
  a: { startedAt: number; id: string },
  b: { startedAt: number; id: string },
): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}
