import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, many } from '../testing';
import { percentile, WEEK } from '../time';
import { defineFact } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';
import { weeklyDays } from './weeklyDays';
import { counted, windowWords } from './wording';

/** Production deployments a week; deploying again what runs already is not counted again. */
export const deploymentFrequency = defineFact({
  id: 'reliability.deployment_frequency',
  burden: 'reliability',
  question: 'How often does this service deploy to production?',
  unit: 'per-week',
  windowDays: 28,
  needs: ['deployment'],
  source:
    'DORA deployment frequency: deployments to production that got through, a week; consecutive deployments of one commit (else version, else artifact) count once, a rollback counts. Beside it the median of days with a deployment, over the whole weeks of the window from Monday, UTC, empty ones among them',
  windowBy: {
    deployment: (record, environment) =>
      record.environment === undefined
        ? record.endedAt ?? record.startedAt
        : finishedIn(record, environment),
  },

  measure(context) {
    const { environment, window } = context;
    const placed = context.inWindow.deployment.filter(
      record => record.environment === environment && gotThrough(record),
    );
    const unplaced = context.inWindow.deployment.filter(
      record => !record.environment,
    );
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
    const parts = weeklyDays(context, placed);
    const days = percentile(
      parts.map(({ value }) => value),
      0.5,
    );
    const habit =
      days === undefined
        ? ''
        : `; in the median week on ${counted(days, 'day')}`;
    return {
      status: 'known',
      value: (distinct * WEEK) / (window.to - window.from),
      sampleSize: placed.length,
      evidence: placed.map(({ id }) => id),
      parts,
      because: `${counted(
        distinct,
        `${environment} deployment`,
      )}, ${windowWords(context)}${repeats}${habit}`,
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
      given: 'no deployment was ever collected',
      records: [],
      gives: 'never-collected',
    },
  ],
});

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
