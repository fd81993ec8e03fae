import {
  BurdenStatus,
  CheckStatus,
} from 'backstage-plugin-accountability-common';

/** The state of a burden by how many of its results have each status: the same ladder for one service and for many, the worst result decides. */
export function burdenStatusOf(
  of: (status: CheckStatus) => number,
): BurdenStatus {
  const unknown = of('unknown');
  const known = of('pass') + of('warn') + of('fail') + of('exempt');
  if (known + unknown === 0) return 'no-checks';
  if (of('fail')) return 'needs-work';
  if (of('warn')) return 'watch';
  if (of('exempt')) return 'exempt';
  return known < unknown ? 'unknown' : 'good';
}
