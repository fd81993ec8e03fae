/** What may be worth doing, with the numbers that it is ranked by. */
export interface Candidate {
  /** Of one owner; absent where nobody answers for them. */
  owner?: string;
  /** Number of a check, or place of a burden. */
  of: number;
  /** Results that do not pass, or that are unknown. */
  results: number;
  /** Of a burden: all results of it. */
  applicable: number;
  /** Since when of the service it is longest so of. */
  since: number;
  /** 0 where it is not known. */
  hoursPerDay: number;
  severity: number;
}
