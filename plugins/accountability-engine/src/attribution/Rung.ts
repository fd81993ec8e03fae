import {
  AttributionMethod,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { DeploymentIndex } from './DeploymentIndex';

/** What one rung of the ladder says of one incident. */
export interface RungAnswer {
  /** The deployment to charge; absent where this rung finds none and the next is asked. */
  cause?: DeploymentRecord;
  /** 0 to 1, two digits. */
  confidence: number;
  /** What was seen, as sentences; kept also where the rung found nothing. */
  evidence: string[];
}

/** One rung of the evidence ladder. */
export interface Rung {
  method: AttributionMethod;
  ask(incident: IncidentRecord, deployments: DeploymentIndex): RungAnswer;
}
