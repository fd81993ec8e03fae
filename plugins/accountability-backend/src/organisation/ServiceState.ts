/** How a service stands on one scorecard that has levels. */
export interface LevelState {
  scorecard: string;
  level?: string;
  rank: number;
  ladder: string[];
  /** Epoch milliseconds. */
  since: number;
}

/** A turn of a check result or, without `check`, of a level. */
export interface Turn {
  at: number;
  scorecard: string;
  check?: string;
  from: string;
  to: string;
}

/** A result that counts. */
export interface ResultState {
  /** Number that `Names` gives to the check. */
  check: number;
  /** Place of the status in `statusOrder`. */
  status: number;
  /** Epoch milliseconds. */
  since: number;
}

/** What the organisation view knows of a service: all that it adds up, and no more. */
export interface ServiceState {
  entityRef: string;
  title: string;
  /** Digest of the service as the catalog has it. */
  digest: string;
  /** Absent where it has none or the one it has does not exist. */
  owner?: string;
  system?: string;
  lifecycle?: string;
  tags: readonly string[];
  /** When it was assessed; absent before the first time. */
  assessedAt?: number;
  /** When its closed days were last told again; absent where they never were. */
  toldAt?: number;
  levels: readonly LevelState[];
  /** Without those that are only tried out. */
  results: readonly ResultState[];
  /** Number of results by burden and status, see `countResults`. */
  counts: Uint16Array;
  /** Of twelve weeks, newest first. */
  turns: readonly Turn[];
  /** Facts that are sums of time, by id, in seconds; those unknown are not in it. */
  times: ReadonlyMap<string, number>;
  /** Incidents of the last 90 days; absent where unknown. */
  incidents?: number;
  /** See `countWeeks`. */
  weeks: Uint16Array;
  /** See `levelsBefore`. */
  levelBefore?: LevelState;
}
