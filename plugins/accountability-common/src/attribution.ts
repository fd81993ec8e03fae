import { OwnerAt } from './ownership';
import { CauseClaim } from './records/recordEvent';

/** Rungs of the evidence ladder, strongest first. */
export const attributionMethods = [
  'explicit',
  'linked',
  'remediation',
  'temporal',
  'dependency',
  'none',
] as const;

/** How the cause of an incident was found. */
export type AttributionMethod = (typeof attributionMethods)[number];

/** How a deployment made good what another broke. */
export const remedyKinds = ['rollback', 'revert', 'hotfix'] as const;

/** A way to make good: going back, undoing a change, or a change made for it. */
export type RemedyKind = (typeof remedyKinds)[number];

/** A deployment that could have been the cause and was not taken. */
export interface AttributionCandidate {
  record: string;
  /** Rung that found it. */
  method: AttributionMethod;
  /** Entity ref of its service, where that is another than the incident's. */
  service?: string;
  /** Start of impact less start of the deployment, milliseconds. */
  lagMs: number;
  confidence: number;
  /** Why another was taken, or none. */
  whyNot: string;
}

/** A deployment that undid the cause while the incident lasted. */
export interface Remedy {
  kind: RemedyKind;
  /** Record id of the deployment that made good. */
  record: string;
  /** When it finished; absent while it is going on. */
  finishedAt?: number;
  /** Record ids of all deployments it undid, oldest first; one failure is counted, the cause. */
  undone: string[];
}

/** A person's decision on a cause, as far as it is kept with the link. */
export interface CauseDecision {
  id: string;
  /** Entity ref of who decided. */
  by: string;
  at: number;
  reason: string;
}

/** The link of one incident to the deployment it is charged to, or the answer that there is none. */
export interface Attribution {
  incident: string;
  incidentStartedAt: number;
  method: AttributionMethod;
  /** Record id of the deployment; absent for `none`, and where a person said that no change is the cause. */
  cause?: string;
  /** Entity ref of the service that is charged, where that is another than the incident's. */
  causeService?: string;
  /** Of answers: true where one of a service is charged that the caller may not see; then nothing of it is told. */
  causeHidden?: boolean;
  /** What the incident or its title names as its cause, where that is not among the service's own deployments; no sentence quotes it. */
  named?: CauseClaim;
  /** Of answers: true where something is named that is not known to be of a service that the caller may see; then `named` is left out. */
  namedHidden?: boolean;
  lagMs?: number;
  /** 0 to 1; high from 0.8, medium from 0.5. */
  confidence: number;
  /** Profile and version of the rule. */
  profile: string;
  ruleVersion: string;
  /** Sentences, each one thing that was seen. */
  evidence: string[];
  candidates: AttributionCandidate[];
  remedy?: Remedy;
  decision?: CauseDecision;
  /**
   * Where it began together with incidents of other services: how many broke,
   * when the first and the last began, and, where all depend on one of them,
   * whether it is that one (`root`).
   */
  burst?: {
    services: number;
    from: number;
    to: number;
    cascade?: 'root' | 'downstream';
  };
  /** Who owned the service when the incident began. */
  incidentOwner: OwnerAt;
  /** Who owned the service that is charged when the deployment began; absent without a cause. */
  causeOwner?: OwnerAt;
}
