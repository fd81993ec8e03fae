import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { DAY, firstAfter } from '../time';
import { isMend } from './isMend';
import { mergedToMain, requestMergedToMain } from './mergedToMain';

/** For so long after its merge a change is looked at (arXiv 2604.00917: three weeks). */
export const reworkMs = 21 * DAY;

/** What became of merged requests within their 21 days. */
export interface ReworkedChanges {
  /** By id of the reworked one, when the first change to mend it was merged. */
  reworked: ReadonlyMap<string, number>;
  /**
   * Those of which it can be said: their paths are known, and their 21 days are
   * over or they were reworked already. Of younger ones only the reworked are
   * here, so that a share takes those alone that `reworkSettlesAt` places.
   */
  settled: ReadonlySet<string>;
}

/** When the 21 days of a request that was merged into the default branch are over; undefined where it is none. */
export function reworkSettlesAt(change: ChangeRecord): number | undefined {
  const at = requestMergedToMain(change);
  return at === undefined ? undefined : at + reworkMs;
}

/**
 * Which merged requests were reworked: a later change to the same repository,
 * made to mend, touched one of their paths within 21 days, or undid them. Paths
 * stand for lines, so that files which everybody touches count too often.
 */
export function reworkedChanges(
  changes: readonly ChangeRecord[],
  { now }: { now: number },
): ReworkedChanges {
  const mends = indexMends(changes, now);
  const reworked = new Map<string, number>();
  const settled = new Set<string>();
  for (const change of changes) {
    const at = requestMergedToMain(change);
    if (at === undefined || at > now || !change.paths) continue;
    const mendedAt = firstMend(change, at, mends);
    if (mendedAt !== undefined && mendedAt <= at + reworkMs) {
      reworked.set(change.id, mendedAt);
      settled.add(change.id);
    } else if (now > at + reworkMs) settled.add(change.id);
  }
  return { reworked, settled };
}

/** When changes made to mend were merged, ascending. */
interface Mends {
  /** By repository and path. */
  touched: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  /** By record id or commit of what they undo. */
  undone: ReadonlyMap<string, readonly number[]>;
}

function indexMends(changes: readonly ChangeRecord[], now: number): Mends {
  const touched = new Map<string, Map<string, number[]>>();
  const undone = new Map<string, number[]>();
  const mends = changes
    .flatMap(change => {
      const at = mergedToMain(change);
      return at !== undefined && at <= now && isMend(change)
        ? { change, at }
        : [];
    })
    .sort((a, b) => a.at - b.at);
  for (const { change, at } of mends) {
    const { subject, paths = [], reverts } = change;
    const ofSubject = touched.get(subject) ?? new Map<string, number[]>();
    touched.set(subject, ofSubject);
    for (const path of paths) add(ofSubject, path, at);
    if (reverts) add(undone, reverts, at);
  }
  return { touched, undone };
}

function add(to: Map<string, number[]>, key: string, at: number) {
  const known = to.get(key);
  if (known) known.push(at);
  else to.set(key, [at]);
}

function firstMend(
  { id, sha, subject, paths = [] }: ChangeRecord,
  mergedAt: number,
  { touched, undone }: Mends,
): number | undefined {
  const ofSubject = touched.get(subject);
  let first: number | undefined;
  const look = (instants: readonly number[] | undefined) => {
    if (!instants) return;
    const next = instants[firstAfter(instants, mergedAt, at => at)];
    if (next !== undefined && next < (first ?? Infinity)) first = next;
  };
  look(undone.get(id));
  if (sha) look(undone.get(sha));
  if (ofSubject) for (const path of paths) look(ofSubject.get(path));
  return first;
}
