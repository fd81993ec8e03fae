import { DAY } from '../time';
import { AttributionProfile } from './AttributionProfile';

/** The evidence ladder with W of 24 hours. */
const usual: AttributionProfile = {
  name: 'default',
  rungs: ['explicit', 'linked', 'remediation', 'temporal'],
  scope: 'service',
  anchor: 'started',
  comparator: 'at-or-before',
  incidentFrom: 'impact',
  windowMs: DAY,
  results: 'reached',
  redeploys: false,
  bursts: 'apart',
  denominator: 'changes',
};

/** By time alone and without end, as both others do it. */
const byTime: AttributionProfile = {
  ...usual,
  rungs: ['temporal'],
  incidentFrom: 'opened',
  windowMs: undefined,
  redeploys: true,
  bursts: 'charged',
  denominator: 'deployments',
};

/**
 * Named profiles. `devlake`: the latest successful production deployment of
 * the project that finished strictly before the incident was created; where
 * nobody named projects, the system stands for one.
 * `middleware`: the latest run, failed ones too, that began at or before it, in
 * one stream of the team.
 */
export const profiles = {
  default: usual,
  devlake: {
    ...byTime,
    name: 'devlake',
    scope: 'project-or-system',
    anchor: 'finished',
    comparator: 'before',
    results: 'success',
  },
  middleware: {
    ...byTime,
    name: 'middleware',
    scope: 'owner',
    anchor: 'started',
    comparator: 'at-or-before',
    results: 'reached',
  },
} as const satisfies Record<string, AttributionProfile>;
