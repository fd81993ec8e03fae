import {
  AlertRecord,
  IncidentRecord,
  OwnerSpan,
  ServiceRecord,
  UnknownReason,
} from 'backstage-plugin-accountability-common';

/** A history as a test has it, with what is known besides. */
export interface History {
  now: number;
  records: readonly ServiceRecord[];
  spans: readonly OwnerSpan[];
  zones: Readonly<Record<string, string | undefined>>;
  rotas: Readonly<Record<string, readonly string[]>>;
  /** When deployments began that mended production during an incident. */
  mended: readonly number[];
}

/** A value with its parts, or why there is none. */
export type Found =
  | { value: number; parts?: Record<string, number> }
  | UnknownReason;

export const minute = 60_000;
export const day = 1440 * minute;

/** A history with the records of each kind that count. */
export interface All extends History {
  alerts: readonly AlertRecord[];
  incidents: readonly IncidentRecord[];
  /** Begun in the last 28 days. */
  own: readonly AlertRecord[];
  /** Begun in the last 90 days and not merged. */
  begun: readonly IncidentRecord[];
}

/** How many of a list are what is wanted. */
export function count<T>(list: readonly T[], wanted: T): number {
  return list.filter(one => one === wanted).length;
}

/** A share of those that are known. */
export function share(
  judged: readonly (boolean | undefined)[],
  [yes, no]: readonly [string, string],
): Found {
  const parts = {
    [yes]: count(judged, true),
    [no]: count(judged, false),
    unknown: count(judged, undefined),
  };
  const known = parts[yes] + parts[no];
  return known < 10
    ? 'insufficient-data'
    : { value: parts[yes] / known, parts };
}

/** The incident that another stands for, itself where it was not merged. */
export function standsFor(
  id: string | undefined,
  incidents: readonly IncidentRecord[],
): IncidentRecord | undefined {
  let current = incidents.find(one => one.id === id);
  for (let hops = 0; hops <= incidents.length; hops++) {
    if (current?.mergedInto === undefined) return current;
    const { mergedInto } = current;
    current = incidents.find(one => one.id === mergedInto);
  }
  return undefined;
}

/** Who owned the service at an instant. */
export function ownerThen({ spans }: All, at: number): OwnerSpan | undefined {
  return [...spans]
    .filter(({ from, to = Infinity }) => from <= at && at < to)
    .sort((a, b) => b.from - a.from)
    .at(0);
}
