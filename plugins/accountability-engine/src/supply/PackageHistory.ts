/** What is known of a package's versions. */
export interface PackageHistory {
  /** When versions that bills name were released, epoch milliseconds. */
  releasedAt: ReadonlyMap<string, number>;
  /** Stable versions that were the newest of all when they were released, oldest first. */
  newest: readonly { version: string; at: number }[];
}
