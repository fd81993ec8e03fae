import { ago, causedBy, deployed } from '../testing';
import { formatDuration, HOUR, percentile, SECOND } from '../time';
import { defineFact } from './defineFact';
import { FailedChange, failedChanges } from './failedChanges';
import { finishedInProduction } from './productionDeployments';
import { counted, windowWords } from './wording';

const finish = ago(30, 'd');

/** Median time from the end of a failed deployment until everything charged to it was resolved. */
export const failedDeploymentRecoveryTime = defineFact({
  id: 'reliability.failed_deployment_recovery_time',
  burden: 'reliability',
  question: 'How long until we recover from a change that broke something?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['deployment', 'incident'],
  source:
    'DORA failed deployment recovery time: median (type 7) over failed changes finished in the window of last charged incident resolved less deployment finished; one value a change',
  windowBy: { deployment: finishedInProduction },

  measure(context) {
    const { failed } = failedChanges(context);
    const recovered = failed.flatMap(change => {
      const took = recoveryMs(change);
      return took === undefined ? [] : [{ change, took }];
    });
    const open = failed.length - recovered.length;
    const tail =
      open > 0
        ? `; ${counted(open, 'more is', 'more are')} not recovered yet`
        : '';
    const median = percentile(
      recovered.map(({ took }) => took),
      0.5,
    );
    if (median === undefined) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        evidence: failed.flatMap(recordsOf),
        because: `No failed change was recovered from in the ${windowWords(
          context,
        )}, so there is no time to measure${tail}`,
      };
    }
    return {
      status: 'known',
      value: median / SECOND,
      sampleSize: recovered.length,
      evidence: recovered.flatMap(({ change }) => recordsOf(change)),
      because: `Median ${formatDuration(median)} over ${counted(
        recovered.length,
        'failed change',
      )}, ${windowWords(context)}${tail}`,
    };
  },

  examples: [
    {
      given: 'one failed change, resolved an hour after it finished',
      records: [
        deployed('d', { endedAt: finish, startedAt: finish - HOUR }),
        causedBy('d', 'i', { startedAt: finish, endedAt: finish + HOUR }),
      ],
      gives: 3600,
    },
    {
      given: 'two overlapping incidents of one change, the last counts',
      records: [
        deployed('d', { endedAt: finish, startedAt: finish - HOUR }),
        causedBy('d', 'i', { startedAt: finish, endedAt: finish + HOUR }),
        causedBy('d', 'j', { startedAt: finish, endedAt: finish + 2 * HOUR }),
      ],
      gives: 7200,
    },
    {
      given: 'the incident was over before the rollout finished',
      records: [
        deployed('d', { endedAt: finish, startedAt: finish - 3 * HOUR }),
        causedBy('d', 'i', {
          startedAt: finish - 2 * HOUR,
          endedAt: finish - HOUR,
        }),
      ],
      gives: 0,
    },
    {
      given: 'the incident is still open',
      records: [
        deployed('d', { startedAt: ago(2, 'd') }),
        causedBy('d', 'i', { endedAt: undefined }),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'nothing failed',
      records: [deployed('d')],
      collected: ['deployment', 'incident'],
      gives: 'insufficient-data',
    },
  ],
});

/** Undefined while any incident of the change is open. */
function recoveryMs(change: FailedChange): number | undefined {
  let resolved = -Infinity;
  for (const { endedAt } of change.incidents) {
    if (endedAt === undefined) return undefined;
    resolved = Math.max(resolved, endedAt);
  }
  const finishes = change.charged.flatMap(d => d.endedAt ?? []);
  if (finishes.length === 0) return undefined;
  // A rollout may be repaired before it finishes; that is no time, not a negative one.
  return Math.max(0, resolved - Math.min(...finishes));
}

function recordsOf(change: FailedChange): string[] {
  return [...change.deployments, ...change.incidents].map(({ id }) => id);
}
