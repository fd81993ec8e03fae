import {
  CheckRef,
  Exemption,
  ExemptionState,
  ExemptionSubject,
} from '../policy/exemptions';
import { EnforcementPoint, Severity } from '../policy/modes';

/** An exemption with what holds of it now. */
export interface ExemptionEntry extends Exemption {
  state: ExemptionState;
  /** Title of its check; absent where no scorecard in force has it any more. */
  checkTitle?: string;
  severity?: Severity;
  /** Within two weeks of its end. */
  expiringSoon: boolean;
  /** Whether the caller may approve or deny it now. */
  mayDecide: boolean;
  /** Whether the caller may revoke it now. */
  mayRevoke: boolean;
}

/** `GET /exemptions` */
export interface ExemptionsResponse {
  asOf: number;
  /** Pending first, then those that end soonest. */
  exemptions: ExemptionEntry[];
  /** Number by state over all pages, of those the caller may see. */
  counts: Record<ExemptionState, number>;
  nextCursor?: string;
}

/** `POST /exemptions` */
export interface ExemptionRequest extends CheckRef {
  subject: ExemptionSubject;
  points?: EnforcementPoint[];
  reason: string;
  ticket?: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Id of the exemption that this one goes on from. */
  renews?: string;
}

/** `POST /exemptions/:id/decision` */
export interface ExemptionDecisionRequest {
  verdict: 'approved' | 'denied';
  reason?: string;
}

/** `POST /exemptions/:id/revocation` */
export interface RevocationRequest {
  reason: string;
}

/** What `GET /exemptions` may be asked for. */
export interface ExemptionsOptions {
  state?: ExemptionState;
  /** Entity ref of a service, group or system. */
  subject?: string;
  scorecard?: string;
  cursor?: string;
}
