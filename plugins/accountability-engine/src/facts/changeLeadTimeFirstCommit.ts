import { merged } from '../testing';
import { HOUR } from '../time';
import { defineFact } from './defineFact';
import { leadTimeExample } from './leadTimeExample';
import { byDeployment, measureLeadTime } from './measureLeadTime';

const { finish, before, next } = leadTimeExample;
const ofNext = { sha: '1111111', endedAt: finish - 2 * HOUR };

/** Median time from the first commit of a change until it runs in production: coding included. */
export const changeLeadTimeFirstCommit = defineFact({
  id: 'reliability.change_lead_time_first_commit',
  burden: 'reliability',
  question: 'How long is it from the first line of a change until it runs?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['deployment', 'change'],
  source:
    'DORA change lead time from the first commit: median (type 7) over merged changes of the end of the first deployment that got through and contains it, less the time its first commit was written (date of the author, which a rebase leaves; else of the committer); by deployments finished in the window; the first deployment brings no value, a negative time is none',
  ladder: {
    better: 'lower',
    bronze: 2592000,
    silver: 604800,
    gold: 86400,
    basis: 'derived',
  },
  gaming:
    'Commits that are squashed or rewritten late look young; look at the time from merge to production beside it, which no rebase moves.',
  windowBy: byDeployment,

  measure(context) {
    return measureLeadTime(context, {
      startOf: ({ firstAuthoredAt, firstCommitAt }) =>
        firstAuthoredAt ?? firstCommitAt,
      says: 'when its first commit was made',
      remedy: 'let the source of changes send firstAuthoredAt or firstCommitAt',
    });
  },

  examples: [
    {
      given: 'a change first committed two days before its deployment ended',
      records: [
        ...before,
        merged('c', { ...ofNext, firstCommitAt: finish - 48 * HOUR }),
        next,
      ],
      gives: 172800,
    },
    {
      given: 'a rebase moved the commit; the date of the author stands',
      records: [
        ...before,
        merged('c', {
          ...ofNext,
          firstAuthoredAt: finish - 72 * HOUR,
          firstCommitAt: finish - 3 * HOUR,
        }),
        next,
      ],
      gives: 259200,
    },
    {
      given: 'changes that say only when they were merged',
      records: [...before, merged('c', ofNext), next],
      gives: 'insufficient-data',
    },
  ],
});
