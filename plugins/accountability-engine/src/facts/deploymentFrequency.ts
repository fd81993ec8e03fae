import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, many } from '../testing';
import { percentile, WEEK } from '../time';
import { defineFact, FactContext } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';
import { nextWeek, weeklyDays } from './weeklyDays';
import { counted, windowWords } from './wording';
import { zoneOfOwner } from './zoneOfOwner';

/** Production deployments a week; deploying again what runs already is not counted again. */
export const deploymentFrequency = defineFact({
  id: 'reliability.deployment_frequency',
  burden: 'reliability',
  question: 'How often does this service deploy to production?',
  unit: 'per-week',
  windowDays: 28,
  needs: ['deployment'],
  source:
    'DORA deployment frequency: deployments to production that got through, a week; consecutive deployments of one commit (else version, else artifact) count once, a rollback counts. Beside it the median of days with a deployment, over the whole weeks of the window, empty ones among them; weeks begin on Monday in the time zone of who owns the service now, also those before a hand-over, else UTC',
  ladder: {
    better: 'higher',
    bronze: 0.25,
    silver: 1,
    gold: 7,
    basis: 'derived',
  },
  gaming:
    'Deploying nothing new under another version counts; look at the change failure rate and at the lead time beside it.',
  windowBy: {
    // An environment that is not named may be this one, which is to be said.
    deployment: (record, environment) =>
      finishedIn(
        record.environment === undefined ? { ...record, environment } : record,
        environment,
      ),
  },
  changesAt: nextWeek,

  measure(context) {
    const { environment, window } = context;
    const through = context.inWindow.deployment.filter(gotThrough);
    const placed = through.filter(record => record.environment === environment);
    const unplaced = through.filter(({ environment: named }) => !named);
    if (placed.length === 0 && unplaced.length > 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        evidence: unplaced.map(({ id }) => id),
        because: `${counted(
          unplaced.length,
          'deployment',
        )} in the ${windowWords(
          context,
        )} name no environment; let the source send one`,
      };
    }
    const distinct = countRuns(placed);
    const again = placed.length - distinct;
    const repeats =
      again > 0 ? `; ${again} more repeated what was running` : '';
    const nowhere =
      unplaced.length > 0
        ? `; ${counted(
            unplaced.length,
            'more names no environment and is',
            'more name no environment and are',
          )} not counted`
        : '';
    const parts = weeklyDays(context, placed);
    return {
      status: 'known',
      value: (distinct * WEEK) / (window.to - window.from),
      sampleSize: placed.length,
      evidence: placed.map(({ id }) => id),
      parts,
      because: `${counted(
        distinct,
        `${environment} deployment`,
      )}, ${windowWords(context)}${repeats}${nowhere}${habitWords(
        parts,
        context,
      )}`,
    };
  },

  examples: [
    {
      given: 'eight deployments in four weeks',
      records: many(8, 'd', id => deployed(id)),
      gives: 2,
    },
    {
      given: 'the same commit deployed twice in a row',
      records: [
        deployed('a', { sha: 'abc1234', startedAt: ago(3, 'd') }),
        deployed('b', { sha: 'ABC1234', startedAt: ago(2, 'd') }),
      ],
      gives: 0.25,
    },
    {
      given: 'a rollback: one, two, and one again',
      records: [
        deployed('a', { sha: 'one', startedAt: ago(4, 'd') }),
        deployed('b', { sha: 'two', startedAt: ago(3, 'd') }),
        deployed('c', { sha: 'one', startedAt: ago(2, 'd') }),
      ],
      gives: 0.75,
    },
    {
      given: 'staging, failed and five weeks old ones only',
      records: [
        deployed('a', { environment: 'staging' }),
        deployed('b', { result: 'failure' }),
        deployed('c', { startedAt: ago(35, 'd') }),
      ],
      gives: 0,
    },
    {
      given: 'only deployments whose environment is unknown',
      records: [deployed('a', { environment: undefined })],
      gives: 'insufficient-data',
    },
    {
      given: 'one of an unknown environment that was cancelled',
      records: [
        deployed('a', { environment: undefined, result: 'cancellation' }),
      ],
      gives: 0,
    },
    {
      given: 'no deployment was ever collected',
      records: [],
      gives: 'never-collected',
    },
  ],
});

/** By which clock a day is a day is said where something was deployed on one. */
function habitWords(
  weeks: readonly { value: number }[],
  context: FactContext,
): string {
  const days = percentile(
    weeks.map(({ value }) => value),
    0.5,
  );
  if (days === undefined) return '';
  const zone = zoneOfOwner(context);
  const clock = zone ?? 'UTC, since no owner names a time zone';
  const said = weeks.some(({ value }) => value > 0) ? ` (${clock})` : '';
  return `; in the median week on ${counted(days, 'day')}${said}`;
}

function countRuns(oldestFirst: readonly DeploymentRecord[]): number {
  let runs = 0;
  let running: string | undefined;
  for (const deployment of oldestFirst) {
    const identity = deployedIdentity(deployment);
    if (identity === undefined || identity !== running) runs++;
    running = identity;
  }
  return runs;
}
