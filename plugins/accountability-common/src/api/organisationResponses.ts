import { BurdenStatus, CheckStatus, Coverage } from '../assessment';
import { Burden } from '../burdens';
import { AskedMode, Severity } from '../policy/modes';
import { Transition } from './teamResponses';

/** What the organisation view may be narrowed to; each leaves fewer services. */
export interface OrganisationFilter {
  /** Entity ref of a group: the services of it and of all groups below it. */
  group?: string;
  /** Entity ref of a system. */
  system?: string;
  /** Entity ref of a domain: the services of its systems. */
  domain?: string;
  lifecycle?: string;
  tag?: string;
}

/** Results of the checks of one burden over some services; what is only tried out is in no sum. */
export interface OrganisationCell {
  burden: Burden;
  status: BurdenStatus;
  /** Results that are fail or warn. */
  notPassing: number;
  /** Results that are known. */
  known: number;
  /** Results that are known or unknown. */
  applicable: number;
  /** The same four weeks ago. */
  before: { notPassing: number; known: number };
}

/** One group with all groups below it, or what no group answers for, as a row of the heat map. */
export interface OrganisationRow {
  /** Absent for services whose owner does not resolve. */
  groupRef?: string;
  title: string;
  /** The row it stands under; absent for the first rows. */
  parent?: string;
  /** `own` for the services of the group itself, where groups stand below it, too. */
  of: 'tree' | 'own' | 'unowned';
  /** Number of groups right below it. */
  groups: number;
  services: number;
  coverage: Coverage;
  /** The five, in their order. */
  burdens: OrganisationCell[];
}

/** One burden, week by week. */
export interface OrganisationTrend {
  burden: Burden;
  /** Every seven days, oldest first; the last is now. Of services that were not judged yet nothing is counted. */
  points: { at: number; notPassing: number; known: number }[];
}

/** What checks that do not pass cost, in hours of 28 days. */
export interface DebtCost {
  /** Id of the fact that measures it. */
  fact: string;
  /** Sum over the services of which it is known. */
  hours: number;
  /** Number of services of which it is known. */
  known: number;
}

/** Something worth doing. */
export interface DebtItem {
  /** `check`: a check that does not pass; `blind-spot`: a burden of which less than half is known. */
  kind: 'check' | 'blind-spot';
  burden: Burden;
  /** Of a check: where it stands, and what it says. */
  scorecard?: string;
  check?: string;
  title: string;
  severity?: Severity;
  mode?: AskedMode;
  /** Entity ref of who answers for the services; absent where nobody does. */
  owner?: string;
  ownerTitle?: string;
  services: number;
  /** Three of them, those it is longest true of. */
  examples: { entityRef: string; title: string }[];
  /** Results that do not pass, of a blind spot those that are unknown. */
  results: number;
  /** Since when it is so of the service it is longest so of. */
  since: number;
  /** What the policy estimates, over all services; absent where it says nothing. */
  effortDays?: number;
  /** Absent where the check names no cost; unknown of all services where `known` is 0. */
  cost?: DebtCost;
  /** Hours of four weeks that a day of work saves; absent where either is not known. */
  hoursPerDay?: number;
  /** Incidents of these services in the last 90 days, whatever their cause. */
  incidents?: { count: number; hours: number };
}

/** A turn for the worse, with who answers for the service. */
export type WorseTurn = Transition & {
  owner?: string;
  burden?: Burden;
  severity?: Severity;
};

/** Values that a filter may take, those of most services first, at most 200. */
export interface OrganisationChoices {
  systems: string[];
  domains: string[];
  lifecycles: string[];
  tags: string[];
}

/** `GET /organisation` */
export interface OrganisationResponse {
  asOf: number;
  /** The group it is narrowed to, with those above it, the uppermost first. */
  group?: { groupRef: string; title: string };
  above: { groupRef: string; title: string }[];
  services: number;
  /** Services whose owner does not resolve. */
  unowned: number;
  /** Services that were not assessed yet and are in no sum. */
  notAssessed: number;
  coverage: Coverage;
  burdens: OrganisationCell[];
  /** Groups and those right below them, each after the one it stands under. */
  rows: OrganisationRow[];
  trends: OrganisationTrend[];
  /** Services on each level, highest first, now and twelve weeks ago; `level` absent is none. */
  levels: { level?: string; rank: number; services: number; before: number }[];
  worse: {
    from: number;
    /** Results that turned from pass or exempt to warn or fail, and levels that fell. */
    checks: number;
    levels: number;
    /** The ten that matter most. */
    turns: WorseTurn[];
  };
  /** The ten things most worth doing. */
  debts: DebtItem[];
  /** Number of things there are. */
  debtsInAll: number;
  choices: OrganisationChoices;
}

/** What `GET /organisation/services` may be asked for. */
export type OrganisationServicesOptions = OrganisationFilter & {
  /** Only services of the group itself, not of those below it. */
  own?: boolean;
  /** Only services whose owner does not resolve. */
  unowned?: boolean;
  burden?: Burden;
  /** `scorecard/check`: only services of which it does not pass or is unknown. */
  check?: string;
  cursor?: string;
};

/** A service behind a cell of the heat map. */
export interface OrganisationService {
  entityRef: string;
  title: string;
  owner?: string;
  level?: string;
  levelRank: number;
  ladder: string[];
  coverage: Coverage;
  /** Results that are not pass, worst first, of the burden or check asked for. */
  results: {
    scorecard: string;
    check: string;
    title: string;
    burden: Burden;
    status: CheckStatus;
    severity: Severity;
    since: number;
  }[];
}

/** `GET /organisation/services`: those with most that does not pass first. */
export interface OrganisationServicesResponse {
  asOf: number;
  total: number;
  services: OrganisationService[];
  nextCursor?: string;
}
