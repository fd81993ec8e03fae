import {
  AttributionMethod,
  CauseClaim,
  CauseDecision,
  IncidentRecord,
  Remedy,
} from 'backstage-plugin-accountability-common';
import { DeploymentIndex } from './DeploymentIndex';
import { IndexedDeployment } from './IndexedDeployment';
import { IncidentBurst } from './IncidentBurst';
import { CauseOverride } from './CauseOverride';
import { Mended } from './findRemedies';

/** One incident with what may be looked at to find its cause. */
export interface Question {
  incident: IncidentRecord;
  /** The instant that is compared with deployments, by the profile. */
  at: number;
  /** When it ended, or now where it goes on. */
  until: number;
  deployments: DeploymentIndex;
  override?: CauseOverride;
  /** Where it began together with incidents of other services, and the profile holds those apart. */
  burst?: IncidentBurst;
  /** Deployments that made something good while it lasted, oldest first. */
  mended: readonly Mended[];
}

/** What one rung of the ladder says of one incident. */
export interface RungAnswer {
  /** The deployment to charge. */
  cause?: IndexedDeployment;
  /** True where this rung decides that no deployment is to be charged; else, without a cause, the next is asked. */
  noCause?: boolean;
  /** 0 to 1, two digits. */
  confidence: number;
  /** What was seen, as sentences; kept also where the rung found nothing. */
  evidence: string[];
  /** What is named and is not among the deployments of the service. */
  named?: CauseClaim;
  remedy?: Remedy;
  decision?: CauseDecision;
}

/** One rung of the evidence ladder. */
export interface Rung {
  method: Exclude<AttributionMethod, 'none' | 'dependency'>;
  ask(question: Question): RungAnswer;
}

/** The answer of a rung that has nothing to say. */
export const nothing: RungAnswer = { confidence: 0, evidence: [] };
