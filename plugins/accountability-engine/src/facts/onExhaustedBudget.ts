import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { DAY, earliest, nextWindowChange } from '../time';
import { FactContext } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';
import { goesBack } from './goesBack';
import { isMend } from './isMend';
import { DatedReport, newestReportsOf } from './newestReports';

/** Four weeks, as in the example policy of the SRE workbook. */
export const policyDays = 28;

/** A service that did not deploy for longer may be one whose deployments nobody tells of. */
const silent = 90 * DAY;

/** Deployments of the last 28 days that went out while a budget was exhausted. */
export interface OnExhaustedBudget {
  /** They only mended: a rollback, or nothing but fixes. */
  mends: readonly DeploymentRecord[];
  /** They brought something else. */
  others: readonly DeploymentRecord[];
  /** What they brought is not known. */
  untold: readonly DeploymentRecord[];
  /** Whether any deployment is known that would show one. */
  isTold: boolean;
  /** Reports that it was decided by. */
  deciding: readonly DatedReport[];
  /** When time alone moves a deployment in or out. */
  nextChangeAt?: number;
}

/** Finds them, each by the reports that were the newest when it began; reports come oldest first. */
export function onExhaustedBudget(
  context: FactContext,
  reports: readonly DatedReport[],
): OnExhaustedBudget {
  const { now, environment, records } = context;
  const window = { from: now - policyDays * DAY, to: now };
  const finishedAt = (one: DeploymentRecord) => finishedIn(one, environment);
  const there = records.deployment.filter(
    one => gotThrough(one) && finishedAt(one) !== undefined,
  );
  const recent = there.filter(one => {
    const at = finishedAt(one) ?? now;
    return at >= window.from && at < window.to;
  });
  const judged = newestReportsOf(
    reports,
    recent.map(one => ({ one, until: one.startedAt })),
  );
  const out = judged.flatMap(({ one, newest }) =>
    newest.some(isExhausted) ? one : [],
  );
  const kind = kindsOf(context);
  const last = there.findLast(({ startedAt }) => startedAt >= now - silent);
  return {
    mends: out.filter(one => kind(one) === 'mend'),
    others: out.filter(one => kind(one) === 'other'),
    untold: out.filter(one => kind(one) === 'untold'),
    isTold: last !== undefined,
    deciding: judged.flatMap(({ newest }) => newest),
    nextChangeAt: earliest(
      nextWindowChange(
        window,
        there.flatMap(one => finishedAt(one) ?? []),
      ),
      last && last.startedAt + silent + 1,
    ),
  };
}

/** Whether the budget of an objective in it is used up. */
export function isExhausted({ report }: DatedReport): boolean {
  return (report.measures?.exhausted ?? 0) > 0;
}

function kindsOf(
  context: FactContext,
): (one: DeploymentRecord) => 'mend' | 'other' | 'untold' {
  const remedies = new Set(
    [...context.remedies.values()].flatMap(mended =>
      mended.map(({ by }) => by.record.id),
    ),
  );
  return one => {
    if (remedies.has(one.id) || goesBack(one, context)) return 'mend';
    const found = context.contents.get(one.id);
    if (found?.status !== 'known') return 'untold';
    return found.changes.every(isMend) ? 'mend' : 'other';
  };
}
