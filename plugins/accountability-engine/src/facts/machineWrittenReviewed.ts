import { provenanceReports } from 'backstage-plugin-accountability-common';
import { countApprovals } from '../changes';
import { many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedAt } from './mergedAt';
import { reportsAside } from './reportsAside';

const marked = { machineWritten: 'declared' } as const;

/** Share of the changes marked machine-written that a person other than the author approved. */
export const machineWrittenReviewed = defineFact({
  id: 'ownership.machine_written_reviewed',
  burden: 'ownership',
  question: 'Did a person stand for what a machine wrote?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Merged changes marked machine-written with at least one approval over those of which approvals are known; 95 % Wilson interval; unknown under 10',
  gaming:
    'Taking the markers off leaves a change out; look at ownership.provenance_coverage beside it. An approval may be a click; look at security.rubber_stamp.',
  windowBy: {
    ...reportsAside,
    change: record => (record.machineWritten ? mergedAt(record) : undefined),
  },

  measure(context) {
    const changes = context.inWindow.change;
    const known = changes.flatMap(change => {
      const approvals = countApprovals(change);
      return approvals === undefined ? [] : [{ id: change.id, approvals }];
    });
    const without = changes.length - known.length;
    return measureShare(context, {
      hits: known.filter(({ approvals }) => approvals > 0).map(({ id }) => id),
      sample: known.map(({ id }) => id),
      of: 'changes marked machine-written',
      that: 'were approved by a person',
      ...(without > 0 && {
        besides: `approvals of ${without} more are unknown`,
      }),
    });
  },

  examples: [
    {
      given: 'nine of ten marked changes were approved',
      records: [
        ...many(9, 'm', id => merged(id, marked)),
        merged('u', { ...marked, approvals: 0 }),
      ],
      gives: 0.9,
    },
    {
      given: 'unmarked changes and unknown approvals are in neither number',
      records: [
        ...many(10, 'm', id => merged(id, marked)),
        ...many(10, 'c', id => merged(id, { approvals: 0 })),
        merged('u', { ...marked, approvals: undefined }),
      ],
      gives: 1,
    },
    {
      given: 'approvals that are told one by one, by people only',
      records: [
        ...many(9, 'm', id => merged(id, marked)),
        merged('u', {
          ...marked,
          approvals: undefined,
          reviews: [{ kind: 'bot', verdict: 'approve', at: 0 }],
        }),
      ],
      gives: 0.9,
    },
    {
      given: 'nothing is marked machine-written',
      records: many(20, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});
