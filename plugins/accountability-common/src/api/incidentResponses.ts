import { Attribution, CauseDecision } from '../attribution';
import { OwnerAt } from '../ownership';
import {
  ChangeRecord,
  DeploymentRecord,
  IncidentRecord,
  ServiceRecord,
} from '../records/serviceRecord';
import { ServiceSummary } from './serviceResponses';

/** A link as it was in force for a time. */
export interface PastAttribution {
  attribution: Attribution;
  decidedAt: number;
  /** Absent for the one in force. */
  supersededAt?: number;
}

/** A decision on a cause with all that became of it. */
export interface CauseOverrideEntry extends CauseDecision {
  /** Record id of the deployment that is charged; absent where no change is the cause. */
  cause?: string;
  /** True where one is charged that the caller may not read; then `cause` is left out. */
  causeHidden?: boolean;
  withdrawn?: { by: string; at: number; reason: string };
}

/** A service near an incident: what it was for it, and what was seen of it. */
export interface AffectedService {
  service: ServiceSummary;
  /** `itself`, one that it depends on, or one that depends on it. */
  relation: 'itself' | 'dependency' | 'dependent';
  /** `affected`: an alert fired or an incident began while this one lasted; `unknown`: nobody tells of its alerts or incidents. */
  state: 'affected' | 'not-affected' | 'unknown';
  /** First alert or incident in that time. */
  since?: number;
  ownerThen: OwnerAt;
}

/** Incidents of several services that began together: one event of the platform, not so many failures. */
export interface Burst {
  from: number;
  to: number;
  incidents: { incident: string; service: string; startedAt: number }[];
}

/** `GET /services/:kind/:namespace/:name/incidents/:record` */
export interface IncidentResponse {
  service: ServiceSummary;
  incident: IncidentRecord;
  /** The link in force; absent for an incident that was merged into another. */
  attribution?: Attribution;
  /** Since when it stands; absent where none is kept. */
  linkedAt?: number;
  /** Earlier links, newest first. */
  history: PastAttribution[];
  /** Decisions, newest first, withdrawn ones among them. */
  decisions: CauseOverrideEntry[];
  /** Deployments, alerts and incidents of this service from two hours before the impact until an hour after the end, and all that the link names. Oldest first. */
  records: ServiceRecord[];
  affected: AffectedService[];
  burst?: Burst;
  /** Who owns the service now, beside the owner then in the link. */
  ownerNow: OwnerAt;
  mayDecide: boolean;
}

/** `POST …/incidents/:record/cause`: who is to be charged, or nobody, and why. */
export interface CauseRequest {
  /** Record id of a deployment of any service that the caller may read; null: no change is the cause. */
  cause: string | null;
  reason: string;
  /** True to see the effect without anything being kept. */
  preview?: boolean;
}

/** `POST …/incidents/:record/cause/withdrawal`: back to what the rule says, and why. */
export interface WithdrawalRequest {
  reason: string;
  preview?: boolean;
}

/** Answer to both: the link before and after, and what else changes with it. */
export interface CauseResponse {
  /** False for a preview. */
  kept: boolean;
  before?: Attribution;
  after?: Attribution;
  /** Values of the change fail rate, by service, that change; absent is unknown. */
  changeFailRate: { service: string; before?: number; after?: number }[];
}

/** `GET /services/:kind/:namespace/:name/deployments/:record` */
export interface DeploymentResponse {
  service: ServiceSummary;
  deployment: DeploymentRecord;
  owner: OwnerAt;
  /** Record ids of what its environment ran before and after it. */
  previous?: string;
  next?: string;
  contents:
    | { status: 'known'; changes: ChangeRecord[] }
    | { status: 'first' | 'unknown'; because: string };
  /** Record id of the deployment that already ran the same. */
  redeployOf?: string;
  /** Record ids of the deployments that it undid, oldest first. */
  undoes?: string[];
  /** What it is charged with. */
  charges: { attribution: Attribution; incident: IncidentRecord }[];
}
