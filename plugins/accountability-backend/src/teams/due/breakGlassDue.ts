import { DueItem } from 'backstage-plugin-accountability-common';
import { readUnreviewed } from '../../gates';
import { DueAsked } from './DueAsked';
import { waitsTooLong } from './waitsTooLong';

const MOST = 100;

/** Decisions with which somebody went past a gate and that wait for a review, in one statement. */
export async function breakGlassDue({
  database,
  scope,
  now,
}: DueAsked): Promise<DueItem[]> {
  const titles = new Map(
    scope.services.map(({ entityRef, title }) => [entityRef, title]),
  );
  const kept = await readUnreviewed(database, {
    entityRefs: [...titles.keys()],
    limit: MOST,
  });
  return kept.map(({ decision }) => ({
    id: `decision ${decision.id}`,
    kind: 'break-glass',
    title: `Review who went past the gate “${decision.title}”`,
    service: {
      entityRef: decision.entityRef,
      title: titles.get(decision.entityRef) ?? decision.entityRef,
    },
    dueAt: decision.at,
    overdue: waitsTooLong(decision.at, now),
    todo: 'Read why, and write what follows from it; somebody else than who went past it has to',
    where: { page: 'decision', of: decision.id },
  }));
}
