import {
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { ago, many, merged } from '../testing';
import { DAY } from '../time';
import { defineFact, FactContext } from './defineFact';
import { isReland, isRevert } from './isMend';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { onceFor } from './onceFor';
import { reportsAside } from './reportsAside';

/** What is undone later than that is looked for no further; a bound, so that the answer does not depend on how much history is loaded. */
const reach = 90 * DAY;

const ten = many(10, 'c', id => merged(id));

/** Share of merged changes that undo another. */
export const revertRate = defineFact({
  id: 'reliability.revert_rate',
  burden: 'reliability',
  question: 'How much of what we merge only undoes what we merged before?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Changes merged into the default branch that name what they undo, or are titled as git and conventional commits title a revert, over all merged ones, pushes among both; what brings back what was undone is no revert; parts by what made the change that was undone, unknown where that change is not; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.05,
    silver: 0.03,
    gold: 0.01,
    basis: 'convention',
  },
  gaming:
    'Mending forward instead of reverting makes it small and leaves the fault in place for longer; look at early rework and at the recovery time beside it.',
  windowBy: { change: mergedToMain, ...reportsAside },
  lateDays: 90,

  measure(context) {
    const changes = context.inWindow.change;
    const undoing = changes.filter(isRevert);
    const hits = undoing.filter(change => !bringsBack(change, context));
    const back = undoing.length - hits.length;
    const share = measureShare(context, {
      hits: hits.map(({ id }) => id),
      sample: changes.map(({ id }) => id),
      of: 'merged changes',
      that: 'undid another',
      ...(back > 0 && { besides: `${back} more brought back what was undone` }),
    });
    if (share.status === 'unknown') return share;
    const parts = (['machine', 'automation', 'rest', 'unknown'] as const).map(
      key => {
        const records = hits
          .filter(change => makerUndone(change, context) === key)
          .map(({ id }) => id);
        return { key, value: records.length, records };
      },
    );
    return { ...share, parts: parts.filter(({ value }) => value > 0) };
  },

  examples: [
    {
      given: 'one of twelve undoes one that a machine wrote',
      records: [
        ...ten,
        merged('m', { machineWritten: 'declared' }),
        merged('r', { endedAt: ago(1, 'd'), reverts: 'm' }),
      ],
      gives: 1 / 12,
    },
    {
      given: 'two by their titles alone',
      records: [
        ...many(8, 'c', id => merged(id)),
        merged('r1', { title: 'Revert "Add retries"' }),
        merged('r2', { title: 'revert(api): add retries' }),
      ],
      gives: 0.2,
    },
    {
      given: 'a revert of a revert brings the work back',
      records: [
        ...many(8, 'c', id => merged(id)),
        merged('r', { reverts: 'c1' }),
        merged('b', { endedAt: ago(1, 'd'), reverts: 'r' }),
      ],
      gives: 0.1,
    },
    {
      given: 'a title that only speaks of reverting',
      records: [...ten, merged('t', { title: 'Revert buttons are blue now' })],
      gives: 0,
    },
    {
      given: 'nine merged changes, too few for a share',
      records: many(9, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

/** Changes by what others name them by: record id and commit. */
const namedOf = onceFor(
  ({ records }: FactContext) => records.change,
  ({ records }) => {
    const named = new Map<string, ChangeRecord>();
    for (const change of records.change) {
      named.set(change.id, change);
      if (change.sha) named.set(change.sha, change);
    }
    return named;
  },
);

function undoneBy(
  change: ChangeRecord,
  context: FactContext,
): ChangeRecord | undefined {
  if (change.reverts === undefined) return undefined;
  const undone = namedOf(context).get(change.reverts);
  const since = (mergedToMain(change) ?? change.startedAt) - reach;
  return undone && (mergedToMain(undone) ?? -Infinity) >= since
    ? undone
    : undefined;
}

function bringsBack(change: ChangeRecord, context: FactContext): boolean {
  const undone = undoneBy(change, context);
  return isReland(change) || (undone !== undefined && isRevert(undone));
}

function makerUndone(change: ChangeRecord, context: FactContext) {
  const undone = undoneBy(change, context);
  return undone ? makerOf(undone) : 'unknown';
}
