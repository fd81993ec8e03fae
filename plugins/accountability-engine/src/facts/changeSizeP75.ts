import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { linesToReview } from '../changes';
import { ago, many, merged } from '../testing';
import { distributionOf, percentile, quantileInterval } from '../time';
import { tailOf } from './buildsLeftOut';
import { defineFact } from './defineFact';
import { requestMergedToMain } from './mergedToMain';
import { counted, windowWords } from './wording';

/** Of fewer changes an upper quarter is one or two of them. */
const minimum = 10;

/** With so many values the interval of the quantile is narrow and left unsaid. */
const plentiful = 60;

/** Where the ranges of sizes meet, in lines: the rungs, a glance and what nobody reads at once. */
const bounds = [50, 200, 400, 800, 2000];

/** Lines to review that three quarters of merged requests do not exceed. */
export const changeSizeP75 = defineFact({
  id: 'pipeline.change_size_p75',
  burden: 'pipeline',
  question: 'Are our changes small enough to be reviewed?',
  unit: 'lines',
  windowDays: 28,
  needs: ['change'],
  source:
    'SmartBear and Cisco, 2,500 reviews (200 to 400 lines are reviewed best): 75th percentile (type 7) of lines added and deleted by requests merged into the default branch, without lockfiles, generated and vendored files where the source tells of that, else of all files; pushes without a request left out; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 800,
    silver: 400,
    gold: 200,
    basis: 'published',
  },
  gaming:
    'Work that is split into a stack of small requests looks better and is what is wanted; look at the approvals beside it, since small changes can go unread too.',
  windowBy: { change: requestMergedToMain },

  measure(context) {
    const sized = context.inWindow.change.flatMap(change => {
      const lines = linesToReview(change);
      return lines === undefined ? [] : [{ change, lines }];
    });
    const untold = context.inWindow.change.length - sized.length;
    const sizes = sized.map(({ lines }) => lines);
    const whole = sized.filter(({ change }) => !change.code).length;
    const evidence = sized.map(({ change }) => change.id);
    const tail = tailOf([
      ...(whole > 0
        ? [`${whole} by all files, since what is generated is not told`]
        : []),
      ...(untold > 0 ? [`of ${untold} more the size is unknown`] : []),
    ]);
    const of = counted(sizes.length, 'merged request');
    const p75 = percentile(sizes, 0.75);
    if (p75 === undefined || sizes.length < minimum) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: sizes.length,
        evidence,
        because: `${of} of a known size in the ${windowWords(
          context,
        )}; a 75th percentile needs at least ${minimum}${tail}`,
      };
    }
    return {
      status: 'known',
      value: p75,
      sampleSize: sizes.length,
      evidence,
      distribution: distributionOf(sizes, bounds),
      values: sized.map(({ change, lines }) => toValue(change, lines)),
      because: `Three quarters of ${of} have ${Math.round(
        p75,
      )} lines or fewer${howSure(sizes)}, ${windowWords(context)}${tail}`,
    };
  },

  examples: [
    {
      given: 'eight requests of 100 lines and three of 500',
      records: [
        ...many(8, 's', id => merged(id, { additions: 80, deletions: 20 })),
        ...many(3, 'l', id => merged(id, { additions: 500, deletions: 0 })),
      ],
      gives: 300,
    },
    {
      given: 'lockfiles and generated files are no lines to review',
      records: many(10, 'c', id =>
        merged(id, {
          additions: 9000,
          deletions: 0,
          code: { files: 1, sources: 1, tests: 0, additions: 30, deletions: 5 },
        }),
      ),
      gives: 35,
    },
    {
      given: 'pushes and requests to other branches are in no number',
      records: [
        ...many(10, 'c', id => merged(id, { additions: 10, deletions: 0 })),
        ...many(10, 'p', id =>
          merged(id, { origin: 'push', additions: 900, deletions: 0 }),
        ),
        ...many(10, 'b', id =>
          merged(id, { defaultBranch: false, additions: 900, deletions: 0 }),
        ),
      ],
      gives: 10,
    },
    {
      given: 'nine requests in the window and one before it',
      records: [
        ...many(9, 'c', id => merged(id, { additions: 10, deletions: 0 })),
        merged('old', { endedAt: ago(29, 'd'), additions: 10, deletions: 0 }),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'requests whose size nobody told',
      records: many(10, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

function toValue({ id, endedAt = 0 }: ChangeRecord, value: number) {
  return { record: id, at: endedAt, value };
}

/** Few values say little of a quantile, and that is said. */
function howSure(sizes: readonly number[]): string {
  if (sizes.length >= plentiful) return '';
  const { low, high } = quantileInterval(sizes, 0.75);
  if (low === undefined) return '';
  return high === undefined
    ? ` (${low} or more at 97.5 %)`
    : ` (${low} to ${high} at 95 %)`;
}
