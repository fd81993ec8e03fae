import { ChangeProvenance } from '../records/changeEvent';
import { ServiceSummary } from './serviceResponses';

/** What made a change, as far as its markers say: `rest` is unmarked, not human. */
export type ChangeMaker = 'machine' | 'automation' | 'rest';

/** What a list of changes can be narrowed to. */
export const changeOutcomes = [
  'unreviewed',
  'not-by-owner',
  'reworked',
  'broke-something',
  'bypassed',
] as const;

/** See `changeOutcomes`. */
export type ChangeOutcome = (typeof changeOutcomes)[number];

/** A merged change of a service: how it was made, read and delivered, and what became of it. What is absent is unknown. Nobody is named. */
export interface ServiceChange {
  /** Record id. */
  id: string;
  title?: string;
  url?: string;
  /** Epoch milliseconds. */
  openedAt: number;
  mergedAt: number;
  /** A push has no request behind it that is known of. */
  origin: 'request' | 'push';
  maker: ChangeMaker;
  provenance?: ChangeProvenance;
  hotfix?: boolean;
  reverts?: string;
  /** Lines added and removed; `whole` where lockfiles, generated and vendored files are in it. */
  lines?: { count: number; whole: boolean };
  files?: number;
  /** Whether it touches tests, where it touches source; absent where it does not, or it is not told. */
  tests?: boolean;
  /** Its places: the two uppermost folders of its paths, at most 20. */
  areas: string[];
  /** All approvals by others. */
  approvals?: number;
  /** Those that were told of one by one, where nobody told of all: at least so many. */
  approvalsSeen?: number;
  remarks?: number;
  byOwner?: boolean;
  bypassed?: string[];
  reworked?: boolean;
  deployment?: { id: string; at: number };
  /** Record ids of incidents charged to that deployment. */
  incidents: string[];
  /** Number of those that are of services that the caller may not see and stand not among them; absent is none. */
  incidentsHidden?: number;
  /** `reverts` where it is left out, since it is not known to be of a service that the caller may see. */
  hidden?: 'reverts'[];
}

/** How changes of one maker fared: counts, and of how many they are told. */
export interface MakerTally {
  maker: ChangeMaker;
  changes: number;
  remarked: { yes: number; of: number };
  reworked: { yes: number; of: number };
  brokeSomething: { yes: number; of: number };
}

/** What is asked of a service's changes. */
export interface ChangesOptions {
  /** As of when, epoch milliseconds; now where absent. */
  at?: number;
  /** Days looked back: one of `metricWindows`; default 90. */
  window?: number;
  maker?: ChangeMaker;
  outcome?: ChangeOutcome;
  cursor?: string;
}

/** `GET /services/:kind/:namespace/:name/changes`: changes of a window, newest first. */
export interface ChangesResponse {
  service: ServiceSummary;
  asOf: number;
  window: { from: number; to: number };
  /** Changes of the window, whatever the list was narrowed to. */
  total: number;
  /** Changes that the list was narrowed to. */
  matching: number;
  /** Changes of which markers were looked for in their commits, or in which one was found. */
  provenanceKnown: number;
  makers: MakerTally[];
  changes: ServiceChange[];
  /** Given back as `cursor` for those after them; absent at the end. */
  nextCursor?: string;
}
