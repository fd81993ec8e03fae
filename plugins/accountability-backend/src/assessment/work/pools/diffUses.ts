import { ChangedUse, UseOfDay } from './PoolWork';

/** Uses of one subject that are not as stored; one that is no more is 0. */
export function diffUses(
  stored: readonly UseOfDay[],
  now: readonly UseOfDay[],
): ChangedUse[] {
  const keyOf = ({ pool, day }: UseOfDay) => JSON.stringify([pool, day]);
  const before = new Map(stored.map(use => [keyOf(use), use.busyMs]));
  const known = new Set(now.map(keyOf));
  const gone = stored
    .filter(use => !known.has(keyOf(use)))
    .map(use => ({ ...use, busyMs: 0 }));
  return [...now, ...gone]
    .map(use => ({ ...use, before: before.get(keyOf(use)) ?? 0 }))
    .filter(use => use.before !== use.busyMs);
}
