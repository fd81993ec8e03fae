import { RecordKind } from 'backstage-plugin-accountability-common';
import { FactDefinition, RecordOf, RecordsByKind } from './facts/defineFact';
import { nextWindowChange, Window } from './time';
import { emptyRecords } from './prepareFacts';

/** Records that count in a window, and when time alone moves one in or out. */
export interface PlacedRecords {
  inWindow: RecordsByKind;
  /** First instant after the window's end at which a record enters or leaves. */
  nextChangeAt?: number;
}

/** Places the records that a fact needs in its window, by the instant the fact says. */
export function placeRecords(
  fact: FactDefinition,
  records: RecordsByKind,
  { window, environment }: { window: Window; environment: string },
): PlacedRecords {
  const inWindow = emptyRecords();
  if (fact.windowDays === 0) return { inWindow };
  const instants: number[] = [];
  for (const kind of fact.needs) place(kind);
  return { inWindow, nextChangeAt: nextWindowChange(window, instants) };

  function place<K extends RecordKind>(kind: K) {
    const list: RecordsByKind[K] = records[kind];
    const placed: RecordOf<K>[] = inWindow[kind];
    const instantOf = fact.windowBy?.[kind];
    for (const record of list) {
      const at = instantOf ? instantOf(record, environment) : record.startedAt;
      if (at === undefined) continue;
      instants.push(at);
      if (at >= window.from && at < window.to) placed.push(record);
    }
  }
}
