import { BuildRecord } from 'backstage-plugin-accountability-common';
import { ago, built, many } from '../testing';
import { HOUR } from '../time';
import { attemptKey, nameOf } from './buildsAttempts';
import { buildsGrouped, keyOf } from './buildsGrouped';
import { besides, leftOut } from './buildsLeftOut';
import { endOf, isJudged, isRun } from './buildsUnits';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';

/** Two changes of mind take three runs. */
const leastRuns = 3;

/** Three runs of a commit, an hour apart, that end as given. */
const commit = (sha: string, ...results: BuildRecord['result'][]) =>
  results.map((result, index) =>
    built(`${sha}-${index}`, {
      unit: 'run',
      sha,
      pipeline: 'ci',
      startedAt: ago(5, 'd') + index * HOUR,
      result,
    }),
  );
const steady = (count: number) =>
  many(count, 's', sha => commit(sha, 'success', 'success', 'success')).flat();

/** Share of commits on which runs of one pipeline contradict each other, of those that ran often enough to tell. */
export const sameCommitDisagreement = defineFact({
  id: 'pipeline.same_commit_disagreement',
  burden: 'pipeline',
  question: 'Do builds of one commit contradict each other?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'Buildkite, flaky tests: both results on one commit; a weak sign, since what runs test besides the commit may differ. Commits and pipelines whose runs, by their last attempt and in order of start, turned at least twice between success and failure or timeout, over those with at least three runs in the window; jobs left out; unknown under 10',
  gaming:
    'Never running a commit twice leaves nothing to contradict; look at the flake rate of re-runs beside it, which is the stronger sign.',
  windowBy: { build: judgedRun },

  measure(context) {
    const runs = context.inWindow.build;
    const tried = [...buildsGrouped(runs, attemptKey).values()];
    const told = tried.reduce((sum, attempts) => sum + attempts.length, 0);
    const outcomes = tried.map(attempts => attempts.reduce(laterAttempt));
    const commits = [...buildsGrouped(outcomes, commitKey).values()].filter(
      ({ length }) => length >= leastRuns,
    );
    const torn = commits.filter(ends => turnsOf(ends) >= 2);
    const share = measureShare(context, {
      hits: torn.map(([{ id }]) => id),
      sample: commits.map(([{ id }]) => id),
      of: 'commits that a pipeline ran on three times or more',
      that: 'passed, failed and turned again',
      ...besides(
        leftOut(runs.length - told, 'run', [
          'does not say its commit',
          'do not say their commit',
        ]),
      ),
    });
    return { ...share, evidence: commits.flat().map(({ id }) => id) };
  },

  examples: [
    {
      given: 'one of ten commits passed, failed and passed',
      records: [...steady(9), ...commit('t', 'success', 'failure', 'success')],
      gives: 0.1,
    },
    {
      given: 'a commit that failed and then passed for good turned once',
      records: [...steady(9), ...commit('t', 'failure', 'success', 'success')],
      gives: 0,
    },
    {
      given:
        'a failure that a second attempt repaired is a flake, counted there',
      records: [
        ...steady(9),
        ...commit('t', 'success', 'success', 'success'),
        built('r:1', {
          unit: 'run',
          sha: 't',
          pipeline: 'ci',
          startedAt: ago(5, 'd') + HOUR / 2,
          result: 'failure',
        }),
        built('r:2', {
          unit: 'run',
          sha: 't',
          pipeline: 'ci',
          startedAt: ago(5, 'd') + HOUR / 2,
          attempt: 2,
        }),
      ],
      gives: 0,
    },
    {
      given: 'commits that ran once or twice cannot tell',
      records: many(20, 'o', sha => commit(sha, 'success', 'failure')).flat(),
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: a whole run that ended in success, failure or timeout. */
function judgedRun(record: BuildRecord): number | undefined {
  return isRun(record) && isJudged(record) ? endOf(record) : undefined;
}

function commitKey(run: BuildRecord): string {
  return keyOf(run.subject, run.sha, nameOf(run));
}

/** The later of two attempts; one without a number is of a sender that counts none. */
function laterAttempt(one: BuildRecord, other: BuildRecord): BuildRecord {
  const order =
    (one.attempt ?? 1) - (other.attempt ?? 1) ||
    one.startedAt - other.startedAt ||
    (one.id < other.id ? -1 : 1);
  return order > 0 ? one : other;
}

/** How often the runs of a commit turned, in the order of their start. */
function turnsOf(ends: readonly BuildRecord[]): number {
  const passed = [...ends]
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    .map(({ result }) => result === 'success');
  return passed.filter((pass, i) => i > 0 && pass !== passed[i - 1]).length;
}
