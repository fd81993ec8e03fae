import { RecordKind } from 'backstage-plugin-accountability-common';
import { emptyRecords } from './emptyRecords';
import { FactDefinition, RecordsByKind, WindowBy } from './facts/defineFact';
import { earliest, firstAfter, nextWindowChange, Window } from './time';

/** Records that count in a window, and when time alone moves one in or out. */
export interface PlacedRecords {
  inWindow: RecordsByKind;
  /** First instant after the window's end at which a record enters or leaves. */
  nextChangeAt?: number;
}

/** Which window of which environment. */
interface Asked {
  window: Window;
  environment: string;
}

/** One kind, placed in one way. */
interface Placed<K extends RecordKind> extends Asked {
  by: WindowBy[K];
  records: RecordsByKind[K];
  nextChangeAt?: number;
}

/** Places the records that a fact looks at in its window, by the instant the fact says. */
export type PlaceRecords = (
  fact: FactDefinition,
  asked: Asked,
) => PlacedRecords;

/**
 * Places records, each kind oldest first, in the windows of one fact after the
 * other. Facts that place a kind in the same way get the same list, so that
 * what is worked out of a list is so once; no fact can change it.
 */
export function placerOf(records: RecordsByKind): PlaceRecords {
  const known: { [K in RecordKind]: Placed<K>[] } = {
    deployment: [],
    incident: [],
    change: [],
    build: [],
    alert: [],
    finding: [],
    report: [],
  };
  return (fact, asked) => {
    const placed: PlacedRecords = { inWindow: emptyRecords() };
    if (fact.windowDays === 0) return placed;
    for (const kind of [...fact.needs, ...(fact.also ?? [])]) {
      add(placed, kind, fact.windowBy?.[kind]);
    }
    return placed;

    function add<K extends RecordKind>(
      to: PlacedRecords,
      kind: K,
      by: WindowBy[K],
    ) {
      const ways: Placed<K>[] = known[kind];
      let way = ways.find(one => one.by === by && isSame(one, asked));
      if (!way) {
        const into = emptyRecords()[kind];
        const nextChangeAt = by
          ? placeBy(records[kind], by, { into, ...asked })
          : placeByStart(records[kind], { into, ...asked });
        Object.freeze(into);
        way = { ...asked, by, records: into, nextChangeAt };
        ways.push(way);
      }
      to.inWindow[kind] = way.records;
      to.nextChangeAt = earliest(to.nextChangeAt, way.nextChangeAt);
    }
  };
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.environment === other.environment &&
    one.window.from === other.window.from &&
    one.window.to === other.window.to
  );
}

/** Fills a list with what lies in the window, and gives the instant at which time alone changes that. */
function placeBy<T>(
  records: readonly T[],
  instantOf: (record: T, environment: string) => number | undefined,
  { into, window, environment }: Asked & { into: T[] },
): number | undefined {
  const instants: number[] = [];
  for (const record of records) {
    const at = instantOf(record, environment);
    if (at === undefined) continue;
    instants.push(at);
    if (at >= window.from && at < window.to) into.push(record);
  }
  return nextWindowChange(window, instants);
}

/** The same by their start: they are in this order already, and what is in the window lies together. */
function placeByStart<T extends { startedAt: number }>(
  records: readonly T[],
  { into, window }: Asked & { into: T[] },
): number | undefined {
  const startOf = ({ startedAt }: T) => startedAt;
  const first = firstAfter(records, window.from - 1, startOf);
  const next = firstAfter(records, window.to - 1, startOf);
  for (let i = first; i < next; i++) into.push(records[i]);
  const edges = [records.at(first), records.at(next)];
  return nextWindowChange(
    window,
    edges.flatMap(record => record?.startedAt ?? []),
  );
}
