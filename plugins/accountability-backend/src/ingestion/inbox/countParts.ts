import { Collected } from 'backstage-plugin-accountability-node';

/** Record events and owner changes that a collector made of a delivery. */
export function countParts(collected: Collected): number {
  if (collected.status !== 'accepted') return 0;
  return collected.events.length + (collected.ownerChanges?.length ?? 0);
}
