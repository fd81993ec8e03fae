import { CheckResult, Points } from 'backstage-plugin-accountability-common';

/** Weights of counted checks with a known result: all of them, and those that pass. */
export function pointsOf(checks: readonly CheckResult[]): Points {
  const points: Points = { earned: 0, possible: 0 };
  for (const { mode, status, weight } of checks) {
    if (mode === 'audit') continue;
    if (status === 'pass') points.earned += weight;
    if (status === 'pass' || status === 'warn' || status === 'fail') {
      points.possible += weight;
    }
  }
  return points;
}
