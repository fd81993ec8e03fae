import {
  Attribution,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';

/** What became of a deployment, as its shape says it. */
export type MarkShape = 'held' | 'failed' | 'never' | 'running';

/** One deployment as it is drawn. */
export interface DeploymentMark {
  id: string;
  record: DeploymentRecord;
  shape: MarkShape;
  /** Centre, px. */
  x: number;
  y: number;
  /** Incidents that are charged to it. */
  charges: Attribution[];
}

/** One day of a lane with too many deployments to draw each. */
export interface DayBar {
  id: string;
  day: number;
  x: number;
  width: number;
  y: number;
  height: number;
  count: number;
  failed: number;
}

/** Deployments of one environment. */
export interface DeploymentLane {
  kind: 'deployments';
  /** Absent is the lane of deployments whose environment is unknown. */
  environment?: string;
  production: boolean;
  top: number;
  height: number;
  baseline: number;
  marks: DeploymentMark[];
  /** Present instead of `marks` past the limit. */
  bars: DayBar[];
  count: number;
}

/** One incident as a bar that hangs from its line. */
export interface IncidentMark {
  id: string;
  record: IncidentRecord;
  attribution?: Attribution;
  x: number;
  y: number;
  length: number;
  minutes?: number;
  /** The side of the bar that has room for its label; absent where neither has. */
  label?: 'left' | 'right';
}

/** A link from a deployment to the incident it is charged with. */
export interface CauseLink {
  attribution: Attribution;
  path: string;
}
