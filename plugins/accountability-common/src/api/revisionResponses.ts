import { ServiceSummary } from './serviceResponses';

/** What a day says of a fact: a value in the fact's unit, or why there is none. */
export interface DayValue {
  value?: number;
  reason?: string;
}

/** A closed day whose value was replaced, because records arrived that speak of it. */
export interface RetoldDay {
  /** UTC day, `2026-11-23`. */
  day: string;
  /** What it says now; absent where the day is not kept any more. */
  now?: DayValue;
  /** What it said to who looked as of the instant asked for. */
  then?: DayValue;
  /** What it said before, the earliest first, each with the instant at which another took its place. */
  earlier: (DayValue & { stoodUntil: number })[];
}

/** `GET /services/:kind/:namespace/:name/facts/:fact/revisions` */
export interface RevisionsResponse {
  service: ServiceSummary;
  fact: string;
  /** UTC days looked at, both among them. */
  from: string;
  to: string;
  /** Newest first. */
  days: RetoldDay[];
  /** Whether older days were left out; ask for an earlier `to`. */
  truncated: boolean;
}
