import {
  BurdenStatus,
  CheckStatus,
} from 'backstage-plugin-accountability-common';

const shapes: Record<BurdenStatus, CheckStatus> = {
  'needs-work': 'fail',
  watch: 'warn',
  exempt: 'exempt',
  unknown: 'unknown',
  good: 'pass',
  'no-checks': 'not-applicable',
};

/** The shape a burden's state shares with the check results it sums up. */
export function burdenShape(status: BurdenStatus): CheckStatus {
  return shapes[status];
}
