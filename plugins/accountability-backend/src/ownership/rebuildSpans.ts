import { OwnerOrigin } from 'backstage-plugin-accountability-common';

/** At this instant the owner of a service became that; null where it had none. */
export interface ChangePoint {
  entityRef: string;
  at: number;
  owner: string | null;
  origin: OwnerOrigin;
}

/** A change point with the instant at which the next one takes over. */
export interface StoredPoint extends ChangePoint {
  to: number | null;
}

/**
 * All change points of one service as spans, oldest first. The outcome
 * depends on the set of points only and not on their order. At the same
 * instant an import outranks the catalog, and of two of one origin the
 * greater ref stands: arbitrary, but the same on every replica.
 */
export function rebuildSpans(points: readonly ChangePoint[]): StoredPoint[] {
  const byInstant = new Map<number, ChangePoint>();
  for (const point of points) {
    const other = byInstant.get(point.at);
    if (!other || outranks(point, other)) byInstant.set(point.at, point);
  }
  const kept = [...byInstant.values()].sort((a, b) => a.at - b.at);
  return kept.map((point, i) => ({
    entityRef: point.entityRef,
    at: point.at,
    owner: point.owner,
    origin: point.origin,
    to: kept[i + 1]?.at ?? null,
  }));
}

function outranks(a: ChangePoint, b: ChangePoint): boolean {
  if (a.origin !== b.origin) return a.origin === 'import';
  return (a.owner ?? '') > (b.owner ?? '');
}
