import {
  RecordEvent,
  RecordKind,
} from 'backstage-plugin-accountability-common';
import {
  FactDefinition,
  neededKinds,
} from 'backstage-plugin-accountability-engine';

/**
 * Of a service's events by record those that the facts look at: the kinds that
 * they need, and those that the cause of an incident hangs on. Of any other
 * kind only the record that was told of first is kept, since it says from when
 * on the kind was collected.
 */
export function onlyKinds(
  events: ReadonlyMap<string, RecordEvent[]>,
  facts: readonly FactDefinition[],
): Map<string, RecordEvent[]> {
  const needed = new Set<RecordKind>([...neededKinds(facts), 'change']);
  const kept = new Map<string, RecordEvent[]>();
  const first = new Map<RecordKind, { record: string; at: number }>();
  for (const [record, known] of events) {
    const [event] = known;
    if (!event) continue;
    if (needed.has(event.kind)) {
      kept.set(record, known);
      continue;
    }
    const at = known.reduce((least, one) => Math.min(least, one.at), event.at);
    const earlier = first.get(event.kind);
    if (!earlier || at < earlier.at) first.set(event.kind, { record, at });
  }
  for (const { record } of first.values()) {
    kept.set(record, events.get(record) ?? []);
  }
  return kept;
}
