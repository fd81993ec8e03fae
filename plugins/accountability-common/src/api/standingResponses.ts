/** Where a service stands, in words that change seldom. */
export interface ServiceStanding {
  entityRef: string;
  levels: { scorecard: string; level?: string; rank: number }[];
  /** The worst of its burdens. */
  state: 'good' | 'watch' | 'needs-work' | 'exempt' | 'unknown' | 'no-checks';
}

/** What `GET /standings` may be asked for. */
export interface StandingsOptions {
  cursor?: string;
  /** Of these services only, at most 100; without it of all. */
  entityRefs?: readonly string[];
}

/** `GET /standings` */
export interface StandingsResponse {
  asOf: number;
  /** By entity ref. */
  standings: ServiceStanding[];
  nextCursor?: string;
}
