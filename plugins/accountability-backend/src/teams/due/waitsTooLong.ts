/** A week: so it was in a weekly digest once. */
const PATIENCE_MS = 7 * 86_400_000;

/** Whether what somebody waits for since an instant waits for longer than a week; both in epoch milliseconds. */
export function waitsTooLong(since: number, now: number): boolean {
  return now - since > PATIENCE_MS;
}
