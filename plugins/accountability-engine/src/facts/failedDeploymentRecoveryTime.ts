import { ago, causedBy, deployed, incident } from '../testing';
import { earliest, HOUR } from '../time';
import { nextForgotten } from './changesOf';
import { defineFact, FactContext } from './defineFact';
import { FailedChange, failedChanges } from './failedChanges';
import { finishedIn } from './finishedDeployments';
import { hasEnded, nextEnd } from './hasEnded';
import { measureMedian, Timed } from './measureMedian';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

const finish = ago(30, 'd');

/** Median time from the end of a failed deployment until all that is charged to it was resolved and what undid it was through. */
export const failedDeploymentRecoveryTime = defineFact({
  id: 'reliability.failed_deployment_recovery_time',
  burden: 'reliability',
  question: 'How long until we recover from a change that broke something?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['deployment', 'incident'],
  source:
    'DORA failed deployment recovery time: median (type 7) over failed changes of the last of final resolution of the incidents charged to it and end of the remedy, less deployment finished; one value a change, placed by when it finished; what is not recovered from yet has none',
  ladder: {
    better: 'lower',
    bronze: 604800,
    silver: 86400,
    gold: 3600,
    basis: 'derived',
  },
  gaming:
    'Resolving incidents early makes it short; look at reopened incidents and at the change failure rate beside it.',
  windowBy: { deployment: finishedIn },
  changesAt: context => earliest(nextForgotten(context), nextRecovery(context)),

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const { failed } = failedChanges(context);
    const timed = failed.flatMap(change => recoveryOf(change, context) ?? []);
    const open = failed.length - timed.length;
    return measureMedian(context, {
      timed,
      of: ['failed change', 'failed changes'],
      none: 'No failed change was recovered from, so there is no time to measure',
      besides:
        open > 0
          ? [`${counted(open, 'more is', 'more are')} not recovered from yet`]
          : [],
      otherwise: failed.flatMap(recordsOf),
    });
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
      given: 'the rollback was through an hour after the incident ended',
      records: [
        deployed('a', { sha: 'one', startedAt: finish - 48 * HOUR }),
        deployed('d', {
          sha: 'two',
          endedAt: finish,
          startedAt: finish - HOUR,
        }),
        incident('i', { startedAt: finish, endedAt: finish + 2 * HOUR }),
        deployed('back', {
          sha: 'one',
          startedAt: finish + HOUR,
          endedAt: finish + 3 * HOUR,
        }),
      ],
      gives: 10800,
    },
    {
      given: 'the incident was reopened: its last resolution counts',
      records: [
        deployed('d', { endedAt: finish, startedAt: finish - HOUR }),
        causedBy('d', 'i', {
          startedAt: finish,
          endedAt: finish + 5 * HOUR,
          episodes: [
            { from: finish, to: finish + HOUR },
            { from: finish + 4 * HOUR, to: finish + 5 * HOUR },
          ],
        }),
      ],
      gives: 18000,
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

/** Undefined while an incident of the change is open or what undoes it is on its way. */
function recoveryOf(
  change: FailedChange,
  { environment, now }: FactContext,
): Timed | undefined {
  let recovered = -Infinity;
  for (const charge of change.charges) {
    const { endedAt } = charge.incident;
    const { remedy } = charge.attribution;
    if (!hasEnded(endedAt, now)) return undefined;
    if (remedy && !hasEnded(remedy.finishedAt, now)) return undefined;
    recovered = Math.max(recovered, endedAt, remedy?.finishedAt ?? -Infinity);
  }
  const finishes = change.charged.flatMap(one => {
    const at = finishedIn(one, environment);
    return at === undefined ? [] : [{ at, record: one.id }];
  });
  const [finished] = finishes.sort(
    (a, b) => a.at - b.at || (a.record < b.record ? -1 : 1),
  );
  if (!finished) return undefined;
  return {
    ...finished,
    // A rollout may be repaired before it finishes; that is no time, not a negative one.
    ms: Math.max(0, recovered - finished.at),
    records: recordsOf(change),
  };
}

/** When what is told to end ahead will have ended. */
function nextRecovery({ now, charges }: FactContext): number | undefined {
  const ends = [...charges.values()]
    .flat()
    .flatMap(charge => [
      charge.incident.endedAt,
      charge.attribution.remedy?.finishedAt,
    ]);
  return nextEnd(now, ends);
}

function recordsOf({ deployments, charges }: FailedChange): string[] {
  return [
    ...deployments.map(({ id }) => id),
    ...charges.flatMap(({ incident: { id }, attribution: { remedy } }) =>
      remedy ? [id, remedy.record] : [id],
    ),
  ];
}
