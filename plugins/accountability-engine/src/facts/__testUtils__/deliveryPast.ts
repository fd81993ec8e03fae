import {
  AttributionMethod,
  IncidentRecord,
  OwnerSpan,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { ForeignCharge } from '../../assessTypes';
import { History, OracleAnswer } from '../../testing/oracle';

/** A history with what else the facts of delivery depend on, and what is asked of it. */
export interface Past extends History {
  spans: readonly OwnerSpan[];
  zones: Readonly<Record<string, string | undefined>>;
  foreign: readonly ForeignCharge[];
  windowDays?: number;
  environment: string;
}

/** An incident that a deployment is charged with. */
export interface PastCharge {
  deployment: string;
  method: AttributionMethod;
  incident: IncidentRecord;
  remedy?: { record: string; finishedAt?: number };
}

/** A past as one fact looks at it: nothing in it lies ahead. */
export interface Asked extends Past {
  /** Start of the window, which ends with now. */
  from: number;
  windowDays: number;
  /** Incidents begun in the window that were not merged into another. */
  begun: readonly IncidentRecord[];
  links: ReadonlyMap<string, OracleAnswer>;
  charges: readonly PastCharge[];
}

/** How values spread. */
export interface Spread {
  count: number;
  min: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  p95: number;
  max: number;
  bins: { from: number; to?: number; count: number }[];
}

/** A value of its own, of one record. */
export interface Single {
  record: string;
  at: number;
  value: number;
}

/** What a fact says; evidence by name. */
export type Told =
  | {
      value: number;
      sampleSize: number;
      evidence: string[];
      interval?: { low: number; high: number };
      parts?: Record<string, { value: number; records: string[] }>;
      distribution?: Spread;
      singles?: Single[];
    }
  | { reason: UnknownReason; sampleSize: number; evidence: string[] };

/** A fact once more, from its definition alone. */
export interface Question {
  /** Days it looks back unless others are asked for. */
  days: number;
  /** Whether it can be asked of other environments than production. */
  everywhere?: boolean;
  answer(asked: Asked): Told;
}

/** Names, each once, in their own order. */
export function names(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

/** That it is not known, with what to look at. */
export function notKnown(evidence: readonly string[], sampleSize = 0): Told {
  return {
    reason: 'insufficient-data',
    sampleSize,
    evidence: names(evidence),
  };
}

/** Who owned the service at an instant: of several, who came last. */
export function ownerAtInstant(
  { spans }: Past,
  at: number,
): string | undefined {
  return spans
    .filter(({ from, to = Infinity }) => from <= at && at < to)
    .sort((a, b) => b.from - a.from)
    .at(0)?.owner;
}
