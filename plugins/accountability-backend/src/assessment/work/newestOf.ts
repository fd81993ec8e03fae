import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** When the newest of some records began or ended by then; undefined where none had. */
export function newestOf(
  records: readonly ServiceRecord[],
  now: number,
): number | undefined {
  let newest: number | undefined;
  for (const { startedAt, endedAt } of records) {
    const at = endedAt !== undefined && endedAt <= now ? endedAt : startedAt;
    if (at > now) continue;
    if (newest === undefined || at > newest) newest = at;
  }
  return newest;
}
