/** Oldest first; ids break ties, so that the order of arrival never decides. */
export function byStart(
  a: { startedAt: number; id: string },
  b: { startedAt: number; id: string },
): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
