import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { differenceInterval } from '../time';
import { FactContext, Measurement } from './defineFact';
import { makerSides, partsOfSides, whyNoComparison } from './makerSides';
import { counted, percent, windowWords } from './wording';

/** A change, and what it counts towards a share: 0, 1 or a part. */
export interface Weighed {
  change: ChangeRecord;
  value: number;
}

/** What a comparison is made of. */
export interface Delta {
  weighed: readonly Weighed[];
  /** What the counted ones did or are: `were reworked`. */
  that: string;
  /** Said after the window, each as a sentence without a full stop. */
  besides?: readonly string[];
}

/**
 * The share among changes marked machine-written less the share among the rest,
 * with its 95 % interval by Newcombe; bots that follow rules are in neither. It
 * is a correlation: who lets a machine write what is nobody's draw of lots.
 */
export function measureDelta(
  context: FactContext,
  { weighed, that, besides = [] }: Delta,
): Measurement {
  const sides = makerSides(weighed, ({ change }) => change);
  const changesOf = (of: readonly Weighed[]) => of.map(({ change }) => change);
  const why = whyNoComparison(
    {
      machine: changesOf(sides.machine),
      rest: changesOf(sides.rest),
      automation: changesOf(sides.automation),
    },
    context,
  );
  if (why) return { ...why, because: [why.because, ...besides].join('; ') };
  const machine = shareOf(sides.machine);
  const rest = shareOf(sides.rest);
  const { low, high } = differenceInterval(machine, rest);
  return {
    status: 'known',
    value: machine.share - rest.share,
    sampleSize: machine.sample + rest.sample,
    evidence: [...sides.machine, ...sides.rest].map(({ change }) => change.id),
    interval: { low, high },
    parts: partsOfSides(sides, side => shareOf(side).share),
    because: [
      `${percent(machine.share)} of ${counted(
        machine.sample,
        'change',
      )} marked machine-written ${that} and ${percent(rest.share)} of ${
        rest.sample
      } others, a difference of ${points(machine.share - rest.share)} (${points(
        low,
      )} to ${points(high)} at 95 %), ${windowWords(
        context,
      )}; a correlation, not a cause, and unmarked is not human`,
      ...besides,
    ].join('; '),
  };
}

function shareOf(side: readonly Weighed[]) {
  const hits = side.reduce((sum, { value }) => sum + value, 0);
  return { hits, sample: side.length, share: hits / side.length };
}

/** A difference of shares in words: `−4.2 points`. */
function points(difference: number): string {
  const sign = difference < 0 ? '\u2212' : '';
  return `${sign}${Math.abs(difference * 100).toFixed(1)} points`;
}
