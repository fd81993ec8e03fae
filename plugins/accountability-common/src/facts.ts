/** Why a fact has no value. */
export type UnknownReason =
  | 'no-source'
  | 'never-collected'
  | 'insufficient-data'
  | 'stale'
  /** It would tell of so few people that they could be recognised. */
  | 'too-few-people'
  /** The question does not arise for this service. */
  | 'not-applicable'
  | 'error';

/** Units of fact values, as printed and as typed in policy. */
export type FactUnit =
  | 'ratio'
  | 'count'
  | 'per-week'
  | 'seconds'
  | 'days'
  | 'years'
  | 'lines'
  | 'people'
  /** A step of an order, 1 the lowest. */
  | 'level'
  /** A difference of two ratios; printed in percentage points. */
  | 'points'
  | 'boolean'
  /** Words, as a string. */
  | 'text'
  /** An instant, as epoch milliseconds. */
  | 'instant'
  /** A list of strings. */
  | 'texts'
  /** Strings by name. */
  | 'labels';

/** What a fact may be; its unit says which. */
export type FactData =
  | number
  | boolean
  | string
  | readonly string[]
  | Readonly<Record<string, string>>;

/** What is thought good of a fact; every number of it is configuration of a check. */
export interface Ladder {
  better: 'lower' | 'higher';
  /** In the unit of the fact; a value that is equal is on the rung. */
  bronze: number;
  silver: number;
  gold: number;
  /** Whether its numbers are published, derived from such, or our convention. */
  basis: 'published' | 'derived' | 'convention';
}

/** A part of a fact's value, for example incidents by owner at the time. */
export interface FactPart {
  key: string;
  value: number;
  records: string[];
}

/** How single values spread; in the unit of the fact, quantiles by linear interpolation (type 7). */
export interface Distribution {
  count: number;
  min: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  p95: number;
  max: number;
  /** Counts by half-open ranges, lowest first; those above have no gap. The last has no `to` where it is open. */
  bins: { from: number; to?: number; count: number }[];
}

interface ReadingBase {
  id: string;
  unit: FactUnit;
  observedAt: number;
}

/** A measured value of a service, as far as a policy reads it. */
export interface KnownReading extends ReadingBase {
  status: 'known';
  value: FactData;
  /** One sentence that says how the value came about. */
  because: string;
}

/** A fact without a value: never a pass, a fail or a zero. */
export interface UnknownReading extends ReadingBase {
  status: 'unknown';
  reason: UnknownReason;
  /** One sentence that says why, and what would make it known. */
  because: string;
}

/** A measured value or an unknown with a reason, without what is behind it. */
export type FactReading = KnownReading | UnknownReading;

/** What is behind a fact, for who wants to see for themselves. */
export interface FactDetails {
  /** Number of records the arithmetic looked at. */
  sampleSize: number;
  /** What was looked at: from inclusive, to exclusive, epoch milliseconds. */
  window: { from: number; to: number };
  /** Ids of the records behind the value, newest first, possibly cut: `evidenceCount` is the whole number. */
  evidence: string[];
  evidenceCount: number;
  /** 95 % interval of a ratio (Wilson). */
  interval?: { low: number; high: number };
  parts?: FactPart[];
  /** Of facts that are a quantile of many values. */
  distribution?: Distribution;
}

/** A measured value of a service with what is behind it. */
export type KnownFact = KnownReading & FactDetails;

/** An unknown with what was looked at. */
export type UnknownFact = UnknownReading &
  Omit<FactDetails, 'interval' | 'parts' | 'distribution'>;

/** A measured value of a service or an unknown with a reason. */
export type FactValue = KnownFact | UnknownFact;
