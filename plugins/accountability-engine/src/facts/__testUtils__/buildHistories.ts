import fc from 'fast-check';
import {
  BuildRecord,
  runResults,
} from 'backstage-plugin-accountability-common';
import { referenceNow } from '../../testing';
import { DAY, HOUR, MINUTE } from '../../time';

const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 8 });

/** Instants from before the window until after now, in a raster that makes ties and edges of the window likely. */
const startedAt = fc
  .oneof(fc.integer({ min: -30 * 4, max: 1 }), fc.integer({ min: -8, max: -2 }))
  .map(quarter => referenceNow + quarter * 6 * HOUR);

const minutes = fc.constantFrom(0, 1, 4, 5, 6, 360, 800);

interface Size {
  runs: number;
  units: readonly BuildRecord['unit'][];
}

const both = ['run', 'job', 'run', 'job'] as const;

/** A history of few runs has many attempts at each, one of many has many runs of each commit. */
const fieldsOf = ({ runs, units }: Size) =>
  fc.record({
    subject: fc.constantFrom(
      ...Array<string>(4).fill('test:acme/payments'),
      'other:acme/payments',
    ),
    state: fc.constantFrom<BuildRecord['state']>(
      ...Array<'finished'>(8).fill('finished'),
      'executing',
      'pending',
      'waiting',
    ),
    result: fc.option(
      fc.constantFrom(
        ...runResults,
        'success',
        'success',
        'failure',
        'failure',
      ),
      { nil: undefined, freq: 10 },
    ),
    unit: fc.constantFrom<BuildRecord['unit']>(...units),
    pipeline: maybe('ci', 'lint'),
    title: maybe('test', 'e2e'),
    sha: maybe('sha-1', 'sha-2', 'sha-3', 'sha-4', 'sha-5'),
    runner: maybe('ubuntu-latest', 'windows-2022', 'macos-14', 'big'),
    defaultBranch: maybe(true, true, true, false),
    attempt: fc.constantFrom(undefined, undefined, 1, 1, 1, 2, 2, 3),
    run: fc.integer({ min: 1, max: runs }),
    namesRun: fc.constantFrom('attempt', 'attempt', 'run', 'none'),
    startedAt,
    took: fc.option(fc.oneof(minutes, minutes, fc.constant(-2)), {
      nil: undefined,
      freq: 10,
    }),
    waited: fc.option(fc.oneof(minutes, fc.constant(-3)), {
      nil: undefined,
      freq: 6,
    }),
  });

type Fields = ReturnType<typeof fieldsOf> extends fc.Arbitrary<infer T>
  ? T
  : never;

/** Runs are named as GitHub or GitLab does: with their attempt or without. */
function toBuild(given: Fields, index: number): BuildRecord {
  const { run, namesRun, took, waited, ...rest } = given;
  const name =
    namesRun === 'attempt' && rest.attempt !== undefined
      ? `run-${run}:${rest.attempt}`
      : `run-${run}`;
  const { unit } = rest;
  const isOfRun =
    unit === 'job' ? namesRun !== 'none' : !unit && namesRun === 'run';
  return {
    kind: 'build',
    ...rest,
    id: unit === 'job' || isOfRun ? `job-${index}` : name,
    run: isOfRun ? name : undefined,
    endedAt: took === undefined ? undefined : rest.startedAt + took * MINUTE,
    queuedAt:
      waited === undefined ? undefined : rest.startedAt - waited * MINUTE,
  };
}

/** Histories of builds of one service: attempts, re-runs, several pipelines, fields that are missing, in any order. */
export const buildHistories = fc
  .constantFrom(
    { least: 0, runs: 8, units: [...both, undefined] },
    { least: 0, runs: 30, units: [...both, undefined] },
    { least: 150, runs: 150, units: ['run' as const] },
  )
  .chain(size =>
    fc.array(fieldsOf(size), {
      minLength: size.least,
      maxLength: 250,
      size: 'max',
    }),
  )
  .map(list => {
    const builds = list.map(toBuild);
    return [...new Map(builds.map(build => [build.id, build])).values()];
  });

/** The window of every CI fact. */
export const historyWindow = {
  from: referenceNow - 28 * DAY,
  to: referenceNow,
};
