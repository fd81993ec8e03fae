import { BurdenStatus, Coverage } from '../assessment';
import { Burden } from '../burdens';

/** One burden of one service or team in a roll-up. */
export interface BurdenCell {
  burden: Burden;
  status: BurdenStatus;
  /** Checks that fail or warn. */
  notPassing: number;
  unknown: number;
  applicable: number;
}

/** One service as a row of a team's page. */
export interface RollupService {
  entityRef: string;
  title: string;
  /** The group that owns it: the team asked for or one below. */
  owner: string;
  level?: string;
  levelRank: number;
  ladder: string[];
  coverage: Coverage;
  burdens: BurdenCell[];
  /** Since when this owner answers for it. */
  ownedSince?: number;
}

/** A group of the tree under a team. */
export interface RollupGroup {
  groupRef: string;
  title: string;
  /** Steps below the team asked for; the team itself is 0. */
  depth: number;
  parent?: string;
}

/** A change of a level or of a check result. */
export interface Transition {
  entityRef: string;
  title: string;
  at: number;
  scorecard: string;
  /** Check id; absent where the level moved. */
  check?: string;
  from: string;
  to: string;
  because: string;
}

/** A service that came to the team or left it. */
export interface HandOver {
  entityRef: string;
  title: string;
  at: number;
  direction: 'taken-over' | 'handed-over';
  otherOwner?: string;
}

/** `GET /teams/:kind/:namespace/:name/rollup` */
export interface RollupResponse {
  team: { groupRef: string; title: string };
  asOf: number;
  groups: RollupGroup[];
  services: RollupService[];
  /** Number of services on each level, highest first; `level` absent is none. */
  levels: { level?: string; rank: number; services: number }[];
  coverage: Coverage;
  burdens: BurdenCell[];
  /** Transitions of the last seven days, newest first, at most 50. */
  transitions: Transition[];
  /** Hand-overs of the last 180 days, newest first, at most 50. */
  handOvers: HandOver[];
  nextCursor?: string;
}
