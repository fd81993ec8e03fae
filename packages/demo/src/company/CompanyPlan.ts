/** How big the company is and when its story ends. */
export interface CompanyOptions {
  /** The same seed gives the same bytes. */
  seed: string;
  services: number;
  teams: number;
  /** Length of the story. */
  days: number;
  /** The instant at which the story ends, epoch milliseconds. */
  now: number;
}

/** How a service is run; shares are 0 to 1. */
export interface Profile {
  changesPerWeek: number;
  /** Share of changes that carry a marker of being machine-written. */
  machineShare: number;
  /** Share of changes approved by another person. */
  reviewedShare: number;
  /** Share of reviews that take their time. */
  carefulShare: number;
  /** Share of changes with tests; the more are tested, the more people know the service. */
  testedShare: number;
  /** Share of production deployments that break something. */
  failShare: number;
  /** Half of the incidents are over sooner than this. */
  restoreMinutes: number;
  /** Incidents without a deployment behind them, per month. */
  otherIncidentsPerMonth: number;
  queueSeconds: number;
  flakyShare: number;
  brokenMainShare: number;
  alertsPerWeek: number;
  actionableShare: number;
  findingsPerMonth: number;
  fixDays: number;
  knownExploitedShare: number;
}

/** One team and the department above it. */
export interface TeamPlan {
  name: string;
  title: string;
  department: string;
}

/** A service that came to another owner. */
export interface HandOverPlan {
  owner: string;
  at: number;
}

/** Everything the story needs to know of one service. */
export interface ServicePlan {
  index: number;
  name: string;
  title: string;
  /** Repository on GitHub, `halden/payments-api`. */
  slug: string;
  /** Name of the repository before it was renamed, and until when. */
  formerly?: { slug: string; until: number };
  /** Absent where nobody is on call for it. */
  pagerdutyId?: string;
  type: string;
  lifecycle: string;
  /** Names of the services that it needs to work. */
  dependsOn: string[];
  system: string;
  /** Owner as the catalog has it now, a full ref. */
  owner: string;
  /** Owners over time, oldest first; empty where no history is kept. */
  handOvers: HandOverPlan[];
  profile: Profile;
  /** Its alerts stop here: the sender went quiet. */
  alertsUntil: number;
  /** A story told with fixed dates instead of drawn ones. */
  scripted: boolean;
}

/** The company before anything happens in it. */
export interface CompanyPlan {
  options: CompanyOptions;
  teams: TeamPlan[];
}
