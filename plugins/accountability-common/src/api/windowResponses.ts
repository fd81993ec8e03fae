import { AttributionMethod } from '../attribution';
import { ServiceSummary } from './serviceResponses';

/** W that a service is judged by: how long after its end a deployment may be charged by time alone. */
export interface WindowInForce {
  /** Milliseconds; absent where the profile has no window. */
  windowMs?: number;
  /** The annotation `accountability.io/attribution-window`, the configuration, or what holds where neither says anything. */
  origin: 'annotation' | 'configuration' | 'default';
  /** Name of the profile by which causes are sought. */
  profile: string;
}

/** A proposal for W of one service, and how sure it is. */
export interface WindowProposal {
  /** `unsure` proposes nothing. */
  status: 'proposed' | 'unsure';
  /** What is proposed, in whole hours; where nothing is, what holds now, if anything does. */
  windowMs?: number;
  /** Number of known causes it comes of. */
  sampleSize: number;
  /** 95 % interval of the 95th percentile of the lags, milliseconds; a bound is absent where there are too few to have one. */
  interval: { lowMs?: number; highMs?: number };
  /** One sentence. */
  because: string;
}

/** How long after the end of a rollout an incident began whose cause is known from elsewhere than time. */
export interface KnownLag {
  /** Record id. */
  incident: string;
  /** Record id. */
  cause: string;
  /** Of the deployment, where its source names them. */
  version?: string;
  sha?: string;
  method: AttributionMethod;
  /** The instant of the incident that W is compared with. */
  at: number;
  /** From the end of the rollout, where it is known, else from its start; 0 while it went on. Milliseconds. */
  lagMs: number;
}

/** What would be charged otherwise with the W that is proposed. */
export interface WindowEffect {
  /** Incidents begun in this time were looked at. */
  from: number;
  to: number;
  /** Number of incidents looked at. */
  incidents: number;
  /** Number of those that another deployment, or none, would be charged with. */
  otherwise: number;
}

/** `GET /services/:kind/:namespace/:name/attribution-window` */
export interface AttributionWindowResponse {
  service: ServiceSummary;
  asOf: number;
  inForce: WindowInForce;
  proposal: WindowProposal;
  /** Known causes were looked for in incidents begun since then. */
  from: number;
  /** Newest first; at most 1,000. */
  lags: KnownLag[];
  /** Number of all of them. */
  totalLags: number;
  /** Absent where nothing is proposed. */
  effect?: WindowEffect;
}
