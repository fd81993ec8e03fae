/** What a person says of the cause of an incident. */
export interface Decision {
  /** Record id. */
  incident: string;
  /** Service of the incident, as it was looked at. */
  entityRef: string;
  /** Record id of the deployment; absent: no change is the cause. */
  cause?: string;
  reason: string;
  /** Entity ref of who decides. */
  by: string;
  /** Epoch milliseconds. */
  at: number;
}
