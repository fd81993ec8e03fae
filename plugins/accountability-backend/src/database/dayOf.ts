/** UTC day of an instant, `2026-11-23`, as columns of days have it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
