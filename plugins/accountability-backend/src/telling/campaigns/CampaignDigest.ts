/** What one owner has left of all active campaigns. */
export interface CampaignDigest {
  owner: string;
  /** The nearest target first. */
  campaigns: {
    id: string;
    title: string;
    /** Services that are not done, of how many. */
    left: number;
    total: number;
    /** Epoch milliseconds. */
    targetAt: number;
  }[];
}
