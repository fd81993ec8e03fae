import {
  ChangeProvenance,
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedAt } from './mergedAt';
import { reportsAside } from './reportsAside';

const read = (given: Partial<ChangeProvenance> = {}): ChangeProvenance => ({
  tools: [],
  commits: 2,
  automation: false,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
  ...given,
});

/** Share of merged changes that say what made them: a machine, a bot that follows rules, or no machine. */
export const provenanceCoverage = defineFact({
  id: 'ownership.provenance_coverage',
  burden: 'ownership',
  question: 'How much of what we merge says what made it?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'After the Assisted-by convention of the Linux kernel: merged changes with a marker that attests or declares a machine, made by a bot that follows rules, or that say no machine took part, over those whose commits were read or that say so at all; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.5,
    silver: 0.8,
    gold: 0.95,
    basis: 'convention',
  },
  gaming:
    'A box that everybody ticks makes it higher; look at machine_written_share beside it.',
  windowBy: { change: mergedAt, ...reportsAside },

  measure(context) {
    const changes = context.inWindow.change;
    const told = changes.filter(change => isRead(change) || isTold(change));
    const unread = changes.length - told.length;
    return measureShare(context, {
      hits: told.filter(isTold).map(({ id }) => id),
      sample: told.map(({ id }) => id),
      of: 'merged changes whose commits were read',
      that: 'say what made them',
      ...(unread > 0 && {
        besides: `commits of ${unread} more were not read`,
      }),
    });
  },

  examples: [
    {
      given: 'one by a machine, one by a bot, one by no machine, of ten',
      records: [
        merged('m', { machineWritten: 'declared', provenance: read() }),
        merged('a', { provenance: read({ automation: true }) }),
        merged('n', { provenance: read({ none: true }) }),
        ...many(7, 'c', id => merged(id, { provenance: read() })),
      ],
      gives: 0.3,
    },
    {
      given: 'what is only inferred says nothing',
      records: many(10, 'i', id =>
        merged(id, { machineWritten: 'inferred', provenance: read() }),
      ),
      gives: 0,
    },
    {
      given: 'changes whose commits were not read are in neither number',
      records: [
        ...many(10, 'n', id =>
          merged(id, { provenance: read({ none: true }) }),
        ),
        ...many(10, 'c', id =>
          merged(id, { provenance: read({ commits: 0 }) }),
        ),
      ],
      gives: 1,
    },
    {
      given: 'a source that reads no commits',
      records: many(20, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

function isTold(change: ChangeRecord): boolean {
  return makerOf(change) !== 'rest' || change.provenance?.none === true;
}

function isRead({ provenance }: ChangeRecord): boolean {
  return provenance !== undefined && provenance.commits > 0;
}
