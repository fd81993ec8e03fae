import { mostTold } from 'backstage-plugin-accountability-common';

/** The services that an event names. It may come from anywhere: what is no list of refs names none, and no more are taken than one event may name. */
export function refsOfEvent(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  if (!('entityRefs' in payload)) return [];
  const { entityRefs } = payload;
  if (!Array.isArray(entityRefs)) return [];
  const refs = entityRefs.filter(ref => typeof ref === 'string');
  return [...new Set(refs)].slice(0, mostTold);
}
