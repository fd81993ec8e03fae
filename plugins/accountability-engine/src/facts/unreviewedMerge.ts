import { ago, many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedAt } from './mergedAt';

/** Share of merged changes that nobody but their author approved. */
export const unreviewedMerge = defineFact({
  id: 'security.unreviewed_merge',
  burden: 'security',
  question: 'How much reaches our main branch without a review?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'OpenSSF Scorecard code review: merged changes with no approval over merged changes of which approvals are known; 95 % Wilson interval; unknown under 10',
  windowBy: { change: mergedAt },

  measure(context) {
    const changes = context.inWindow.change;
    const known = changes.filter(({ approvals }) => approvals !== undefined);
    const without = changes.length - known.length;
    return measureShare(context, {
      hits: known
        .filter(({ approvals }) => approvals === 0)
        .map(({ id }) => id),
      sample: known.map(({ id }) => id),
      of: 'merged changes',
      that: 'had no approval',
      ...(without > 0 && {
        besides: `approvals of ${without} more are unknown`,
      }),
    });
  },

  examples: [
    {
      given: 'one of ten merged without approval',
      records: [
        ...many(9, 'c', id => merged(id)),
        merged('u', { approvals: 0 }),
      ],
      gives: 0.1,
    },
    {
      given: 'changes whose approvals are unknown are in neither number',
      records: [
        ...many(10, 'c', id => merged(id)),
        ...many(10, 'u', id => merged(id, { approvals: undefined })),
      ],
      gives: 0,
    },
    {
      given: 'closed ones and old ones do not count',
      records: [
        ...many(10, 'c', id => merged(id)),
        merged('closed', { state: 'closed', approvals: 0 }),
        merged('old', { endedAt: ago(29, 'd'), approvals: 0 }),
      ],
      gives: 0,
    },
    {
      given: 'nine merged changes, too few for a share',
      records: many(9, 'c', id => merged(id, { approvals: 0 })),
      gives: 'insufficient-data',
    },
  ],
});
