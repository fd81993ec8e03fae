/** What a group said when it was asked whether a service is its own. */
export interface Attestation {
  /** Epoch milliseconds. */
  at: number;
  verdict: 'confirmed' | 'rejected';
  /** Entity ref of the group that was the owner then. */
  owner: string;
  /** Why it was rejected, or what is to be known. */
  reason?: string;
}
