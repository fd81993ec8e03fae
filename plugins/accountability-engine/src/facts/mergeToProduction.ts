import { ago, deployed, many, merged } from '../testing';
import { HOUR } from '../time';
import { defineFact } from './defineFact';
import { leadTimeExample } from './leadTimeExample';
import { byDeployment, measureLeadTime } from './measureLeadTime';
import { mergedAt } from './mergedAt';

const { finish, before, next } = leadTimeExample;

/** Median time from the merge of a change until it runs in production: what delivery alone takes. */
export const mergeToProduction = defineFact({
  id: 'reliability.merge_to_production',
  burden: 'reliability',
  question: 'How long does merged work wait for production?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['deployment', 'change'],
  source:
    'The part of change lead time after the merge: median (type 7) over merged changes of the end of the first deployment that got through and contains it, less the merge; by deployments finished in the window; the first deployment brings no value, a negative time is none',
  gaming:
    'Holding the merge back until just before a release makes it short; look at the lead time from the first commit beside it.',
  windowBy: byDeployment,

  measure(context) {
    return measureLeadTime(context, {
      startOf: mergedAt,
      says: 'when it was merged',
      remedy: 'let the source of changes send the merge',
    });
  },

  examples: [
    {
      given:
        'three changes in one deployment, merged two, four and nine hours before its end',
      records: [
        ...before,
        merged('c', { sha: '3333333', endedAt: finish - 9 * HOUR }),
        merged('e', { sha: '2222222', endedAt: finish - 4 * HOUR }),
        merged('f', { sha: '1111111', endedAt: finish - 2 * HOUR }),
        next,
      ],
      gives: 14400,
    },
    {
      given: 'a change merged after the commit that was deployed is not in it',
      records: [
        ...before,
        merged('f', { sha: '1111111', endedAt: finish - 2 * HOUR }),
        merged('g', { sha: '4444444', endedAt: finish - HOUR / 2 }),
        next,
      ],
      gives: 7200,
    },
    {
      given: 'deployments of commits that no change is known by',
      records: [
        merged('c0', { sha: '0000000', endedAt: ago(5, 'd') }),
        ...many(3, 'd', id => deployed(id)),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no deployment in the window',
      records: [
        merged('c', { sha: '1111111' }),
        deployed('d', { sha: '1111111', startedAt: ago(29, 'd') }),
      ],
      gives: 'insufficient-data',
    },
  ],
});
