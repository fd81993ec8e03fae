import { provenanceReports } from 'backstage-plugin-accountability-common';
import { ago, many, merged } from '../testing';
import { DAY } from '../time';
import { defineFact } from './defineFact';
import { earlyRework } from './earlyRework';
import { measureDelta } from './measureDelta';
import { reportsAside } from './reportsAside';
import { reworkedChanges, reworkSettlesAt } from './reworkedChanges';

const mergedOn = ago(40, 'd');
const marked = { machineWritten: 'declared' } as const;
const touching = (id: string) =>
  merged(id, { endedAt: mergedOn, paths: [`src/${id}.ts`] });
const machine = (id: string) => ({ ...touching(id), ...marked });
/** Mends so many changes of a prefix, two days after. */
const mend = (count: number, prefix: string) =>
  merged(`fix-${prefix}`, {
    endedAt: mergedOn + 2 * DAY,
    origin: 'push',
    title: 'fix: the other way round',
    paths: many(count, prefix, id => `src/${id}.ts`),
  });

/** How much more of what machines wrote was mended within three weeks than of the rest. A correlation, and advice only. */
export const reworkDelta = defineFact({
  id: 'ownership.machine_written_rework_delta',
  burden: 'ownership',
  question: 'Does what a machine wrote have to be mended more often?',
  unit: 'points',
  windowDays: 90,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Early rework (arXiv 2604.00917: code of agents survives less) among requests marked machine-written (attested or declared) less that among the rest, bots that follow rules in neither; requests whose 21 days ended in the window; 95 % interval of the difference by Newcombe 1998; unknown under 30 on either side, and where fewer than 5 people are known to stand for one; a correlation, not a cause',
  ladder: {
    better: 'lower',
    bronze: 0.1,
    silver: 0.05,
    gold: 0,
    basis: 'convention',
  },
  gaming:
    'Unmarked changes of machines are among the rest and bring the two together; look at provenance_coverage beside it. Advice only: what machines are given to write is not drawn by lot.',
  windowBy: { change: reworkSettlesAt, ...reportsAside },
  lateDays: 21,
  reads: ['people'],
  changesAt: context => earlyRework.changesAt?.(context),

  measure(context) {
    const early = earlyRework.measure(context);
    if (early.status === 'unknown') return early;
    const { reworked, settled } = reworkedChanges(
      context.records.change,
      context,
    );
    const changes = context.inWindow.change;
    const told = changes.filter(({ id }) => settled.has(id));
    const untold = changes.length - told.length;
    return measureDelta(context, {
      weighed: told.map(change => ({
        change,
        value: reworked.has(change.id) ? 1 : 0,
      })),
      that: 'were mended within 21 days',
      besides: untold > 0 ? [`the paths of ${untold} more are unknown`] : [],
    });
  },

  examples: [
    {
      given: 'fifteen of thirty of machines and ten of forty others mended',
      records: [
        ...many(30, 'm', machine),
        ...many(40, 'c', touching),
        mend(15, 'm'),
        mend(10, 'c'),
      ],
      gives: 0.25,
    },
    {
      given: 'less of machines than of the rest',
      records: [
        ...many(40, 'm', machine),
        ...many(40, 'c', touching),
        mend(10, 'm'),
        mend(20, 'c'),
      ],
      gives: -0.25,
    },
    {
      given: 'twenty-nine of machines, too few to compare',
      records: [...many(29, 'm', machine), ...many(60, 'c', touching)],
      gives: 'insufficient-data',
    },
    {
      given: 'thirty of one person with a machine',
      records: [
        ...many(30, 'm', id => ({ ...machine(id), author: 'ada' })),
        ...many(40, 'c', touching),
      ],
      gives: 'too-few-people',
    },
  ],
});
