import { Attestation } from '../attestation';
import { ServiceSummary } from './serviceResponses';

/** An attestation as it is kept; who of the group said so is in the audit log alone. */
export interface AttestationEntry extends Attestation {
  id: string;
}

/** Whether the owner of a service is to attest it. */
export interface AttestationDue {
  /**
   * `never-asked`: nobody is asked; `fresh`: not yet, or answered of late;
   * `due`; `overdue`: for more than 30 days.
   */
  state: 'never-asked' | 'fresh' | 'due' | 'overdue';
  /** When it is due, past or to come; absent where nobody is asked. */
  at?: number;
  /** Since when it is in that state; absent where nobody is asked. */
  since?: number;
  /** One sentence. */
  because: string;
}

/** `GET /services/:kind/:namespace/:name/attestation`, and the answer to an attestation */
export interface AttestationResponse {
  service: ServiceSummary;
  asOf: number;
  /** Days between two attestations; 0 is never asked. */
  everyDays: number;
  due: AttestationDue;
  /** The last by the owner of today since it owns the service. */
  last?: AttestationEntry;
  /** All by whichever owner, newest first, at most 100. */
  entries: AttestationEntry[];
  /** Whether the caller may attest. */
  mayAttest: boolean;
}

/** `POST /services/:kind/:namespace/:name/attestation` */
export interface AttestationRequest {
  verdict: Attestation['verdict'];
  /** Needed for a rejection. */
  reason?: string;
}

/** A service whose owner is to attest it. */
export interface DueAttestation {
  entityRef: string;
  title: string;
  owner: string;
  everyDays: number;
  due: AttestationDue & { state: 'due' | 'overdue'; at: number };
  last?: AttestationEntry;
}

/** `GET /groups/:namespace/:name/attestations` */
export interface AttestationsResponse {
  team: { groupRef: string; title: string };
  asOf: number;
  /** Services of the group and the groups below it that are due or overdue, the longest first. */
  services: DueAttestation[];
  /** Number of those on all pages. */
  total: number;
  nextCursor?: string;
}
