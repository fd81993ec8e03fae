import {
  CauseDecision,
  DeploymentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';

/** A person's decision on the cause of one incident, in force. */
export interface CauseOverride {
  incident: string;
  decision: CauseDecision;
  /** The deployment that is charged; absent where no change is the cause. */
  cause?: {
    record: DeploymentRecord;
    /** Entity ref of its service, where that is another. */
    service?: string;
    /** Who owned its service when it began. */
    owner: OwnerAt;
  };
}
