import { ago, many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';

/** What a change of so many source files and test files tells of its size. */
const touching = (sources: number, tests: number) => ({
  code: { files: sources + tests, sources, tests, additions: 9, deletions: 1 },
});

/** Share of merged changes to source code that touch a test too. */
export const testDiscipline = defineFact({
  id: 'reliability.test_discipline',
  burden: 'reliability',
  question: 'Do our changes bring their tests along?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'Changes merged into the default branch that touch a test file, over those that touch a source file, by path and without generated and vendored files; changes whose files nobody told of are in neither number; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.3,
    silver: 0.5,
    gold: 0.7,
    basis: 'convention',
  },
  gaming:
    'A test that asserts nothing counts as one; look at the coverage that CI uploads and at early rework beside it.',
  windowBy: { change: mergedToMain },

  measure(context) {
    const changes = context.inWindow.change;
    const untold = changes.filter(({ code }) => !code).length;
    const sources = changes.filter(({ code }) => code && code.sources > 0);
    return measureShare(context, {
      hits: sources
        .filter(({ code }) => code && code.tests > 0)
        .map(({ id }) => id),
      sample: sources.map(({ id }) => id),
      of: 'merged changes to source code',
      that: 'touched a test too',
      ...(untold > 0 && {
        besides: `which files ${untold} more touch is unknown`,
      }),
    });
  },

  examples: [
    {
      given: 'six of ten changes to source code touch a test',
      records: [
        ...many(6, 't', id => merged(id, touching(2, 1))),
        ...many(4, 'c', id => merged(id, touching(1, 0))),
      ],
      gives: 0.6,
    },
    {
      given: 'changes to tests alone or to documents are in neither number',
      records: [
        ...many(10, 'c', id => merged(id, touching(1, 0))),
        ...many(5, 't', id => merged(id, touching(0, 3))),
        ...many(5, 'd', id => merged(id, touching(0, 0))),
      ],
      gives: 0,
    },
    {
      given: 'changes whose files are not told are in neither number',
      records: [
        ...many(10, 't', id => merged(id, touching(1, 1))),
        ...many(10, 'u', id => merged(id)),
      ],
      gives: 1,
    },
    {
      given: 'nine in the window and one before it',
      records: [
        ...many(9, 't', id => merged(id, touching(1, 1))),
        merged('old', { ...touching(1, 1), endedAt: ago(29, 'd') }),
      ],
      gives: 'insufficient-data',
    },
  ],
});
