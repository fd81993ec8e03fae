import { deployed, merged } from '../testing';
import { HOUR } from '../time';
import { defineFact } from './defineFact';
import { leadTimeExample } from './leadTimeExample';
import { byDeployment, measureLeadTime } from './measureLeadTime';

const { finish, before, next } = leadTimeExample;
const ofNext = { sha: '1111111', endedAt: finish - 2 * HOUR };

/** Median time from the last commit of a change until it runs in production: what review, merge and delivery take. */
export const changeLeadTimeHeadCommit = defineFact({
  id: 'reliability.change_lead_time_head_commit',
  burden: 'reliability',
  question: 'How long does a finished change take to reach production?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['deployment', 'change'],
  source:
    'DORA change lead time from the head commit: median (type 7) over merged changes of the end of the first deployment that got through and contains it, less the time its last commit was committed; by deployments finished in the window; the first deployment brings no value, a negative time is none',
  ladder: {
    better: 'lower',
    bronze: 2592000,
    silver: 604800,
    gold: 86400,
    basis: 'derived',
  },
  gaming:
    'A last commit just before the merge makes it short; look at the lead time from the first commit beside it.',
  windowBy: byDeployment,

  measure(context) {
    return measureLeadTime(context, {
      startOf: ({ headCommitAt }) => headCommitAt,
      says: 'when its last commit was made',
      remedy: 'let the source of changes send headCommitAt',
    });
  },

  examples: [
    {
      given:
        'a change whose last commit is three hours older than its deployment',
      records: [
        ...before,
        merged('c', { ...ofNext, headCommitAt: finish - 3 * HOUR }),
        next,
      ],
      gives: 10800,
    },
    {
      given:
        'a failed deployment brings nothing; the next that gets through does',
      records: [
        ...before,
        merged('c', { ...ofNext, headCommitAt: finish - 30 * HOUR }),
        deployed('f', {
          sha: '1111111',
          result: 'failure',
          startedAt: finish - 20 * HOUR,
        }),
        next,
      ],
      gives: 108000,
    },
    {
      given: 'a rollback and a redeployment bring nothing again',
      records: [
        ...before,
        merged('c', { ...ofNext, headCommitAt: finish - 3 * HOUR }),
        next,
        deployed('back', { sha: '0000000', startedAt: finish + HOUR }),
        deployed('again', { sha: '1111111', startedAt: finish + 2 * HOUR }),
      ],
      gives: 10800,
    },
    {
      given:
        'two changes, one of them with a commit dated after its deployment',
      records: [
        ...before,
        merged('c', {
          sha: '2222222',
          endedAt: finish - 3 * HOUR,
          headCommitAt: finish + HOUR,
        }),
        merged('e', { ...ofNext, headCommitAt: finish - 3 * HOUR }),
        next,
      ],
      gives: 10800,
    },
    {
      given: 'changes that do not say when their commits were made',
      records: [...before, merged('c', ofNext), next],
      gives: 'insufficient-data',
    },
    {
      given: 'the first deployment of all',
      records: [merged('c', { ...ofNext, headCommitAt: finish - HOUR }), next],
      gives: 'insufficient-data',
    },
    {
      given: 'deployments, and no change was ever collected',
      records: [next],
      gives: 'never-collected',
    },
  ],
});
