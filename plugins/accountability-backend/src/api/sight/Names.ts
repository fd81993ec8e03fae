/** What an answer names that may be of other services than its own. */
export interface Names {
  /** Entity refs. */
  services: string[];
  /** Record ids. */
  records: string[];
  /** Ids of incidents whose cause is named without a record, by commit, version or artifact, or may be quoted. */
  claims: string[];
}
