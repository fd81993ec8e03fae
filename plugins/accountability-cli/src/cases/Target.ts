/** What of a policy something is expected of. */
export type Target =
  | { of: 'check'; scorecard: string; check: string }
  | { of: 'level'; scorecard: string }
  | { of: 'gate'; gate: string }
  | { of: 'rule'; gate: string; rule: string }
  | { of: 'rest' };
