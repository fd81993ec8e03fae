import { testKit } from 'backstage-plugin-accountability-engine';
import { runningCommits } from './runningCommits';

const { deployed, referenceNow, ago, built } = testKit;

const on = (days: number, sha: string | undefined, given: object = {}) =>
  deployed(`${sha}-${days}`, {
    sha,
    startedAt: ago(days, 'd'),
    endedAt: ago(days, 'd'),
    ...given,
  });

describe('commits whose bills are read', () => {
  it.each([
    { given: 'nothing', records: [], gives: [] },
    {
      given: 'several before the first instant',
      records: [on(9, 'b'), on(20, 'a'), on(12, 'c')],
      gives: ['b'],
    },
    {
      given: 'one before and two in between',
      records: [on(20, 'a'), on(4, 'b'), on(2, 'c')],
      gives: ['b', 'c', 'a'],
    },
    {
      given: 'one after the last instant',
      records: [on(20, 'a'), on(-1, 'b')],
      gives: ['a'],
    },
    {
      given: 'one that failed',
      records: [on(20, 'a'), on(4, 'b', { result: 'failure' })],
      gives: ['a'],
    },
    {
      given: 'one of each environment and each subject',
      records: [
        on(20, 'a'),
        on(15, 'b', { environment: 'staging' }),
        on(12, 'c', { subject: 'argocd:payments' }),
      ],
      gives: ['a', 'b', 'c'],
    },
    {
      given: 'a later one without a commit',
      records: [on(20, 'a'), on(12, undefined)],
      gives: [],
    },
    { given: 'builds alone', records: [built('x', { sha: 'a' })], gives: [] },
  ])('are $gives of $given', ({ records, gives }) => {
    const span = { from: ago(8, 'd'), to: referenceNow };

    expect(runningCommits(records, span)).toEqual(gives);
  });
});
