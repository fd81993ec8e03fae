import { OwnerAt } from './ownership';

/** Rungs of the evidence ladder, strongest first. */
export const attributionMethods = [
  'explicit',
  'linked',
  'temporal',
  'none',
] as const;

/** How the cause of an incident was found. */
export type AttributionMethod = (typeof attributionMethods)[number];

/** A deployment that could have been the cause and was not taken. */
export interface AttributionCandidate {
  record: string;
  /** Start of impact less start of the deployment, milliseconds. */
  lagMs: number;
  confidence: number;
  /** Why another was taken. */
  whyNot: string;
}

/** The link of one incident to the deployment it is charged to, or the answer that there is none. */
export interface Attribution {
  incident: string;
  incidentStartedAt: number;
  method: AttributionMethod;
  /** Record id of the deployment; absent for `none`. */
  cause?: string;
  lagMs?: number;
  /** 0 to 1; high from 0.8, medium from 0.5. */
  confidence: number;
  ruleVersion: string;
  /** Sentences, each one thing that was seen. */
  evidence: string[];
  candidates: AttributionCandidate[];
  /** Who owned the service when the incident began. */
  incidentOwner: OwnerAt;
  /** Who owned the service when the deployment began; absent for `none`. */
  causeOwner?: OwnerAt;
}
