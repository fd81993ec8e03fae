import { attributionMethods } from 'backstage-plugin-accountability-common';
import { causedBy, deployed, incident, many, ago } from '../testing';
import { defineFact } from './defineFact';
import { failedChanges } from './failedChanges';
import { measureShare } from './measureShare';
import { finishedInProduction } from './productionDeployments';

const tenDeployments = many(10, 'd', id =>
  deployed(id, { startedAt: ago(40, 'd') }),
);

/** Share of production changes that broke something, whatever rung of the ladder found it. */
export const changeFailRate = defineFact({
  id: 'reliability.change_fail_rate',
  burden: 'reliability',
  question: 'How much of what we ship breaks something?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['deployment', 'incident'],
  source:
    'DORA change fail rate: distinct failed changes over distinct changes finished in the window; links by the evidence ladder; 95 % Wilson interval; unknown under 10 changes',
  windowBy: { deployment: finishedInProduction },

  measure(context) {
    const { delivered, failed } = failedChanges(context);
    const share = measureShare(context, {
      hits: failed.map(change => change.deployments[0].id),
      sample: delivered.map(change => change.deployments[0].id),
      of: 'production changes',
      that: 'broke something',
    });
    if (share.status === 'unknown') return share;
    const parts = attributionMethods.map(method => {
      const charged = failed.filter(change => change.method === method);
      const records = charged.flatMap(change => [
        ...change.deployments.map(deployment => deployment.id),
        ...change.incidents.map(({ id }) => id),
      ]);
      return { key: method, value: charged.length, records };
    });
    const incidents = failed.flatMap(change => change.incidents);
    return {
      ...share,
      evidence: [...share.evidence, ...incidents.map(({ id }) => id)],
      parts: parts.filter(part => part.value > 0),
    };
  },

  examples: [
    {
      given: 'one of ten changes is named as the cause of an incident',
      records: [...tenDeployments, causedBy('d1', 'i')],
      gives: 0.1,
    },
    {
      given: 'two incidents name the same change',
      records: [...tenDeployments, causedBy('d1', 'i'), causedBy('d1', 'j')],
      gives: 0.1,
    },
    {
      given: 'an incident follows a change within a day and names nothing',
      records: [
        ...many(9, 'd', id => deployed(id, { startedAt: ago(40, 'd') })),
        deployed('last', { startedAt: ago(2, 'd') }),
        incident('i', { startedAt: ago(30, 'h') }),
      ],
      gives: 0.1,
    },
    {
      given: 'the eleventh deployment only repeats a commit',
      records: [
        ...tenDeployments,
        deployed('again', { sha: 'sha-of-d1' }),
        causedBy('d1', 'i'),
      ],
      gives: 0.1,
    },
    {
      given: 'the only incident was merged into another',
      records: [...tenDeployments, causedBy('d1', 'i', { mergedInto: 'j' })],
      gives: 0,
    },
    {
      given: 'an eleventh deployment failed and broke nothing',
      records: [
        ...tenDeployments,
        deployed('e', { result: 'failure', startedAt: ago(40, 'd') }),
        causedBy('d1', 'i'),
      ],
      gives: 0.1,
    },
    {
      given: 'nine changes, too few for a share',
      records: [
        ...many(9, 'd', id => deployed(id)),
        incident('i', { startedAt: ago(80, 'd') }),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'staging only',
      records: [
        ...many(10, 'd', id => deployed(id, { environment: 'staging' })),
        incident('i'),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no incident was ever collected for the service',
      records: tenDeployments,
      gives: 'never-collected',
    },
  ],
});
