import {
  RemedyKind,
  remedyKinds,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, incident, many, merged } from '../testing';
import { HOUR } from '../time';
import { defineFact, FactContext } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';
import { measureShare, minimumShareSample } from './measureShare';
import { onlyInProduction } from './onlyInProduction';
import { counted, windowWords } from './wording';

/** Nine changes, each merged and deployed on a day of its own. */
const nine = Array.from({ length: 9 }, (_, i) => ({
  sha: `${i}${i}${i}${i}${i}${i}${i}`,
  at: ago(100 - i, 'd'),
})).flatMap(({ sha, at }) => [
  merged(`c-${sha}`, { sha, endedAt: at - HOUR }),
  deployed(`d-${sha}`, { sha, startedAt: at }),
]);
const trouble = incident('i', {
  startedAt: ago(91, 'd'),
  endedAt: ago(90, 'd'),
});
const hotfix = merged('fix', {
  sha: 'f1f1f1f',
  endedAt: ago(91, 'd') + HOUR,
  hotfix: true,
});

/** Share of production deployments that were unplanned and came of an incident: rollbacks, reverts and hotfixes while it lasted. */
export const deploymentReworkRate = defineFact({
  id: 'reliability.deployment_rework_rate',
  burden: 'reliability',
  question: 'How much of what we deploy only mends what we deployed before?',
  unit: 'ratio',
  windowDays: 180,
  needs: ['deployment', 'incident', 'change'],
  source:
    'DORA deployment rework rate, six months: deployments to production that went back, brought a revert or brought a hotfix while an incident lasted, over all that finished in the window and got through, redeployments among them; 95 % Wilson interval; unknown under 10, and where of most it is unknown what they brought',
  ladder: {
    better: 'lower',
    bronze: 0.2,
    silver: 0.1,
    gold: 0.05,
    basis: 'convention',
  },
  gaming:
    'Mending without an incident, or without saying that it is a hotfix, is not seen; look at early rework and at the change failure rate beside it.',
  windowBy: {
    deployment: finishedIn,
    incident: () => undefined,
    change: () => undefined,
  },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const sample = context.inWindow.deployment.filter(gotThrough);
    const kinds = remedyKindsOf(context);
    const untold = sample.filter(
      ({ id }) =>
        !kinds.has(id) && context.contents.get(id)?.status === 'unknown',
    );
    const ids = sample.map(({ id }) => id);
    if (
      sample.length >= minimumShareSample &&
      untold.length * 2 > sample.length
    ) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: sample.length,
        evidence: ids,
        because: `Of ${untold.length} of ${
          sample.length
        } production deployments it is unknown what they brought, so hotfixes and reverts cannot be told, ${windowWords(
          context,
        )}; let the source of deployments send the commit that was merged`,
      };
    }
    const hits = ids.filter(id => kinds.has(id));
    const share = measureShare(context, {
      hits,
      sample: ids,
      of: 'production deployments',
      that: 'mended what an incident showed',
      ...(untold.length > 0 && {
        besides: `what ${counted(
          untold.length,
          'more',
          'more',
        )} brought is unknown`,
      }),
    });
    if (share.status === 'unknown') return share;
    const parts = remedyKinds.map(kind => {
      const records = hits.filter(id => kinds.get(id) === kind);
      return { key: kind, value: records.length, records };
    });
    return { ...share, parts: parts.filter(part => part.value > 0) };
  },

  examples: [
    {
      given: 'the tenth deployment brings a hotfix while an incident lasts',
      records: [
        ...nine,
        trouble,
        hotfix,
        deployed('h', { sha: 'f1f1f1f', startedAt: ago(91, 'd') + 2 * HOUR }),
      ],
      gives: 0.1,
    },
    {
      given: 'the same hotfix after the incident is planned work',
      records: [
        ...nine,
        trouble,
        hotfix,
        deployed('h', { sha: 'f1f1f1f', startedAt: ago(80, 'd') }),
      ],
      gives: 0,
    },
    {
      given: 'the tenth deployment goes back while an incident lasts',
      records: [
        ...nine,
        trouble,
        deployed('back', {
          sha: '3333333',
          startedAt: ago(91, 'd') + 2 * HOUR,
        }),
      ],
      gives: 0.1,
    },
    {
      given: 'nine deployments, too few for a share',
      records: [...nine, trouble],
      gives: 'insufficient-data',
    },
    {
      given: 'ten deployments that name no commit of a change',
      records: [
        ...many(10, 'd', id => deployed(id)),
        merged('c', { sha: '1111111' }),
        trouble,
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no change was ever collected, so no hotfix could be seen',
      records: [...many(10, 'd', id => deployed(id)), trouble],
      gives: 'never-collected',
    },
  ],
});

/** Deployments that made something good while an incident lasted, by record id. */
function remedyKindsOf({ remedies }: FactContext): Map<string, RemedyKind> {
  const kinds = new Map<string, RemedyKind>();
  for (const mended of remedies.values()) {
    for (const { by, kind } of mended) kinds.set(by.record.id, kind);
  }
  return kinds;
}
