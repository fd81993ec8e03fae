import {
  ChangeRecord,
  ChangeReview,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureDelta } from './measureDelta';
import { mergedAt } from './mergedAt';
import { remarksOn } from './remarksOn';
import { reportsAside } from './reportsAside';

const remarked: ChangeReview = {
  by: 'ben',
  verdict: 'approve',
  at: 0,
  comments: 2,
};
const seen = (id: string) => merged(id, { reviews: [remarked] });
const waved = (id: string) =>
  merged(id, { reviews: [{ ...remarked, comments: 0 }] });
const machine = (change: ChangeRecord): ChangeRecord => ({
  ...change,
  machineWritten: 'declared',
});

/** How much more often people remark on what machines wrote than on the rest, before it is merged. A correlation. */
export const reviewDepthDelta = defineFact({
  id: 'ownership.machine_written_review_delta',
  burden: 'ownership',
  question: 'Do we look as closely at what a machine wrote?',
  unit: 'points',
  windowDays: 90,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Merged changes with a remark by a person other than the author and the sponsor before the merge, among those marked machine-written (attested or declared) less among the rest, bots that follow rules in neither; changes of which remarks are not told are left out; 95 % interval of the difference by Newcombe 1998; unknown under 30 on either side, and where fewer than 5 people are known to stand for one; a correlation, not a cause',
  gaming:
    'A remark may be a word; look at security.rubber_stamp beside it. Changes of machines may be smaller or plainer than the rest.',
  windowBy: { change: mergedAt, ...reportsAside },
  reads: ['people'],

  measure(context) {
    const changes = context.inWindow.change;
    const weighed = changes.flatMap(change => {
      const remarks = remarksOn(change);
      return remarks === undefined
        ? []
        : [{ change, value: Number(remarks > 0) }];
    });
    const untold = changes.length - weighed.length;
    return measureDelta(context, {
      weighed,
      that: 'had a remark by another person',
      besides: untold > 0 ? [`the remarks on ${untold} more are unknown`] : [],
    });
  },

  examples: [
    {
      given: 'half of those of machines and three in four others remarked on',
      records: [
        ...many(20, 'm', seen).map(machine),
        ...many(20, 'n', waved).map(machine),
        ...many(30, 'c', seen),
        ...many(10, 'd', waved),
      ],
      gives: -0.25,
    },
    {
      given: 'what bots and the author say is no remark',
      records: [
        ...many(40, 'm', seen).map(machine),
        ...many(40, 'c', id =>
          merged(id, {
            author: 'ada',
            sponsor: 'eva',
            reviews: [
              { ...remarked, by: 'ada' },
              { ...remarked, kind: 'bot' },
              { ...remarked, by: 'eva' },
            ],
          }),
        ).map((change, place) => ({
          ...change,
          author: `ada-${place % 5}`,
          reviews: change.reviews?.map(one =>
            one.by === 'ada' ? { ...one, by: `ada-${place % 5}` } : one,
          ),
        })),
      ],
      gives: 1,
    },
    {
      given: 'a source that counts no remarks',
      records: [
        ...many(40, 'm', id => merged(id)).map(machine),
        ...many(40, 'c', id => merged(id)),
      ],
      gives: 'insufficient-data',
    },
  ],
});
