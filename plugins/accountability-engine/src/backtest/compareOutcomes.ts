import { BacktestOutcome } from 'backstage-plugin-accountability-common';
import { differenceInterval } from '../time';

/** Stretches of time, and how many of them had an incident. */
type Side = BacktestOutcome['failed'];

/** Fewer stretches on a side than this say nothing of a share. */
const fewestStretches = 30;

const percent = (share: number) => `${Math.round(share * 100)} %`;
const points = (share: number) => Math.round(share * 100);

/**
 * What came after fails and after passes, with the difference of the two
 * shares where there is enough on either side. `weeks` is how long a stretch
 * is, `most` how many of them one service may be in.
 */
export function compareOutcomes(
  { failed, passed }: Pick<BacktestOutcome, 'failed' | 'passed'>,
  { weeks, most }: { weeks: number; most: number },
): BacktestOutcome {
  const length = weeks === 1 ? '1 week' : `${weeks} weeks`;
  const enough = Math.min(failed.weeks, passed.weeks) >= fewestStretches;
  if (!enough) {
    const because = `Too little to compare: of stretches of ${length} ${told(
      failed,
      'a fail',
    )}, and ${told(
      passed,
      'a pass',
    )}; at least ${fewestStretches} of each are needed.`;
    return { failed, passed, because };
  }
  const shares = [failed, passed].map(side => side.withIncident / side.weeks);
  const [afterFail, afterPass] = shares;
  const value = afterFail - afterPass;
  const { low, high } = differenceInterval(sampleOf(failed), sampleOf(passed));
  const services =
    most > 1 ? `, and one service is in up to ${most} of them` : '';
  return {
    failed,
    passed,
    difference: { value, low, high },
    because: `Incidents began in ${percent(afterFail)} of ${
      failed.weeks
    } stretches of ${length} that began with a fail, and in ${percent(
      afterPass,
    )} of ${passed.weeks} that began with a pass: a difference of ${points(
      value,
    )} percentage points, 95 % interval ${points(low)} to ${points(
      high,
    )}. This is correlation and not cause; no stretch of a service overlaps another${services}.`,
  };
}

function told({ weeks, withIncident }: Side, began: string): string {
  return `${weeks} began with ${began}, ${withIncident} of them with an incident after it`;
}

function sampleOf({ weeks, withIncident }: Side) {
  return { hits: withIncident, sample: weeks };
}
