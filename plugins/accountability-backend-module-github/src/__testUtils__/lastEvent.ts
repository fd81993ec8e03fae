import { Collected } from 'backstage-plugin-accountability-node';

/** What the last of the events says; nothing where there are none. */
export function lastEvent(collected: Collected): Record<string, unknown> {
  return collected.status === 'accepted' ? { ...collected.events.at(-1) } : {};
}
