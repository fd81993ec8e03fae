import { Assessment } from '../assessment';
import { Attribution } from '../attribution';
import { OwnerSpan } from '../ownership';
import { ServiceRecord } from '../records/serviceRecord';

/** What every answer says of a service before anything else. */
export interface ServiceSummary {
  entityRef: string;
  title: string;
  kind: string;
  type?: string;
  lifecycle?: string;
  system?: string;
  /** Owner as the catalog has it now; absent where it has none. */
  owner?: string;
  ownerResolves: boolean;
}

/** One day of a fact's trend: `value` is absent where the fact was unknown. */
export interface TrendPoint {
  /** UTC day, `2026-11-23`. */
  day: string;
  value?: number;
}

/** `GET /services/:kind/:namespace/:name/scorecard` */
export interface ScorecardResponse {
  service: ServiceSummary;
  /** The instant the answer speaks of. */
  asOf: number;
  /** True where a past instant was asked and the assessment was recomputed for it. */
  recomputed: boolean;
  /** False where the policy of that instant is not kept and the oldest known one judged. */
  policyInForce: boolean;
  newestRecordAt?: number;
  spans: OwnerSpan[];
  assessment: Assessment;
  /** Daily values by fact id, oldest first, up to 90 days. */
  trends: Record<string, TrendPoint[]>;
  /** Instants of the transition before and after `asOf`, for stepping through time. */
  previousTransitionAt?: number;
  nextTransitionAt?: number;
}

/** `GET /services/:kind/:namespace/:name/timeline` */
export interface TimelineResponse {
  service: ServiceSummary;
  from: number;
  to: number;
  /** IANA zone in which days are cut. */
  zone: string;
  spans: OwnerSpan[];
  /** Deployments and incidents in the window, oldest first. */
  records: ServiceRecord[];
  attributions: Attribution[];
  /** Counts by UTC day of the kinds that are too many to draw one by one. */
  perDay: { day: string; kind: 'alert' | 'build' | 'change'; count: number }[];
  /** Kinds with any record of this service at any time; the others are unknown, not zero. */
  collected: ServiceRecord['kind'][];
  /** Kinds that nothing is told of any more, since the source that used to has gone quiet: from then on none is unknown, not zero. */
  quiet: {
    kind: ServiceRecord['kind'];
    source: string;
    since: number;
    because: string;
  }[];
  /** True where there were more records than the answer may hold. */
  truncated: boolean;
}

/** `GET /services/:kind/:namespace/:name/evidence?fact=…` or `?record=…` */
export interface EvidenceResponse {
  service: ServiceSummary;
  /** What the records are evidence of, in one sentence. */
  because: string;
  records: ServiceRecord[];
  /** Whole number of records, also of those on later pages. */
  total: number;
  nextCursor?: string;
}
