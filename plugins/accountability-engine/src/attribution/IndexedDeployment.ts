import {
  DeploymentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';

/** A deployment with what the rungs ask of it. */
export interface IndexedDeployment {
  record: DeploymentRecord;
  /** Entity ref of its service, where that is not the incident's. */
  service?: string;
  ownerAt(at: number): OwnerAt;
  /** The instant that is compared with an incident's. */
  anchorAt: number;
  /** Last instant of impact it can be charged with by time alone. */
  chargeableUntil: number;
  /** What its service ran in production before it. */
  previous?: IndexedDeployment;
  /** The deployment before it that already ran the same; then this one changed nothing. */
  redeployOf?: IndexedDeployment;
  /** Where it goes back to what ran earlier: all deployments of something else since, oldest first. */
  undoes?: IndexedDeployment[];
}
