import { ago, causedBy, deployed, incident, many } from '../testing';
import { nextForgotten } from './changesOf';
import { countedMethods } from './countedCharges';
import { defineFact } from './defineFact';
import { FailedChange, failedChanges } from './failedChanges';
import { finishedIn } from './finishedDeployments';
import { measureShare } from './measureShare';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

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
    'DORA change fail rate: failed changes over changes that first reached production in the window, both distinct, so that rollbacks and redeployments are none, and what time alone charges to a rollback fails none; or over all its deployments, where the profile counts those; the sentence of the value says which. Links by the evidence ladder: explicit, linked, remediation, temporal; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.3,
    silver: 0.15,
    gold: 0.05,
    basis: 'convention',
  },
  gaming:
    'Not opening incidents, or charging them to nobody, makes it small; look at alerts and at the share of incidents without a cause beside it.',
  windowBy: { deployment: finishedIn },
  changesAt: nextForgotten,

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const { delivered, failed, apart } = failedChanges(context);
    const ofChanges = context.profile.denominator === 'changes';
    const policy = ofChanges
      ? 'of distinct changes, to which rollbacks and redeployments add none'
      : 'of all deployments, rollbacks and redeployments among them';
    const left =
      apart.length > 0
        ? `; ${counted(
            apart.length,
            'incident is',
            'incidents are',
          )} charged to a rollback or redeployment, which is no change`
        : '';
    const share = measureShare(context, {
      hits: failed.map(change => change.deployments[0].id),
      sample: delivered.map(change => change.deployments[0].id),
      of: ofChanges ? 'production changes' : 'production deployments',
      that: 'broke something',
      besides: `${policy}${left}`,
    });
    if (share.status === 'unknown') return share;
    const parts = countedMethods.map(method => {
      const charged = failed.filter(change => change.method === method);
      const records = charged.flatMap(recordsOf);
      return { key: method, value: charged.length, records };
    });
    return {
      ...share,
      evidence: [...share.evidence, ...failed.flatMap(recordsOf)],
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
      given: 'a rollback to what ran before the window is no eleventh change',
      records: [
        deployed('old', { sha: 'sha-of-old', startedAt: ago(100, 'd') }),
        ...tenDeployments,
        deployed('back', { sha: 'sha-of-old', startedAt: ago(30, 'd') }),
        causedBy('d1', 'i'),
      ],
      gives: 0.1,
    },
    {
      given: 'an eleventh rollout failed halfway and broke something',
      records: [
        ...tenDeployments,
        deployed('e', { result: 'failure', startedAt: ago(40, 'd') }),
        causedBy('e', 'i'),
      ],
      gives: 1 / 11,
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

function recordsOf({ deployments, incidents }: FailedChange): string[] {
  return [...deployments, ...incidents].map(({ id }) => id);
}
