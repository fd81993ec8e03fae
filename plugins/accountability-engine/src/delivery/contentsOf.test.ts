import {
  ChangeRecord,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { ago, deployed, merged } from '../testing';
import { DAY, HOUR } from '../time';
import { contentsOf } from './contentsOf';

const start = ago(20, 'd');
const commits = { a: 'a0000001', b: 'b0000002', c: 'c0000003', d: 'd0000004' };

/** Changes merged an hour apart, a to d. */
const changes = Object.entries(commits).map(([id, sha], index) =>
  merged(id, { sha, endedAt: start + index * HOUR }),
);

/** A deployment of a commit, so many days later. */
function on(
  day: number,
  sha: string | undefined,
  given: Partial<DeploymentRecord> = {},
) {
  const startedAt = start + day * DAY;
  return deployed(given.id ?? `d${day}`, { startedAt, sha, ...given });
}

/** What each deployment brought: ids of changes, or why that is not known. */
function brought(
  deployments: DeploymentRecord[],
  given: ChangeRecord[] = changes,
) {
  return Object.fromEntries(
    [...contentsOf(deployments, given)].map(([id, contents]) => [
      id,
      contents.status === 'known'
        ? contents.changes.map(change => change.id)
        : contents.status,
    ]),
  );
}

describe('contentsOf', () => {
  it.each<{
    given: string;
    deployments: DeploymentRecord[];
    changes?: ChangeRecord[];
    gives: Record<string, string[] | string>;
  }>([
    {
      given: 'a first deployment: nothing says where it begins',
      deployments: [on(1, commits.b)],
      gives: { d1: 'first' },
    },
    {
      given: 'one after another: what was merged between',
      deployments: [on(1, commits.a), on(2, commits.c), on(3, commits.d)],
      gives: { d1: 'first', d2: ['b', 'c'], d3: ['d'] },
    },
    {
      given: 'the same in any order',
      deployments: [on(3, commits.d), on(1, commits.a), on(2, commits.c)],
      changes: [...changes].reverse(),
      gives: { d1: 'first', d2: ['b', 'c'], d3: ['d'] },
    },
    {
      given: 'a redeployment: nothing',
      deployments: [on(1, commits.a), on(2, commits.b), on(3, commits.b)],
      gives: { d1: 'first', d2: ['b'], d3: [] },
    },
    {
      given: 'a rollback: nothing, and coming back again nothing',
      deployments: [
        on(1, commits.a),
        on(2, commits.c),
        on(3, commits.a),
        on(4, commits.c),
        on(5, commits.d),
      ],
      gives: { d1: 'first', d2: ['b', 'c'], d3: [], d4: [], d5: ['d'] },
    },
    {
      given: 'a failed one: nothing, and the next brings it',
      deployments: [
        on(1, commits.a),
        on(2, commits.b, { result: 'failure' }),
        on(3, commits.c),
      ],
      gives: { d1: 'first', d3: ['b', 'c'] },
    },
    {
      given: 'one that goes on, and one without result',
      deployments: [
        on(1, commits.a),
        on(2, commits.b, { state: 'executing', endedAt: undefined }),
        on(3, commits.c, { result: undefined }),
      ],
      gives: { d1: 'first', d3: ['b', 'c'] },
    },
    {
      given: 'a commit that no change told of: unknown, and moves nothing',
      deployments: [on(1, commits.a), on(2, 'e0000005'), on(3, commits.b)],
      gives: { d1: 'first', d2: 'unknown', d3: ['b'] },
    },
    {
      given: 'no commit',
      deployments: [on(1, commits.a), on(2, undefined, { version: '2' })],
      gives: { d1: 'first', d2: 'unknown' },
    },
    {
      given: 'commits cut to seven digits, in any case',
      deployments: [on(1, commits.a), on(2, 'C000000')],
      gives: { d1: 'first', d2: ['b', 'c'] },
    },
    {
      given: 'a commit cut to six',
      deployments: [on(1, commits.a), on(2, 'c00000')],
      gives: { d1: 'first', d2: 'unknown' },
    },
    {
      given: 'changes that are open, closed or of another branch: none of them',
      deployments: [on(1, commits.a), on(2, commits.d)],
      changes: changes.map(change =>
        change.id === 'b'
          ? { ...change, state: 'closed' }
          : { ...change, defaultBranch: change.id !== 'c' },
      ),
      gives: { d1: 'first', d2: ['d'] },
    },
    {
      given: 'a change without commit: with the next that has one',
      deployments: [on(1, commits.a), on(2, commits.c)],
      changes: changes.map(change =>
        change.id === 'b' ? { ...change, sha: undefined } : change,
      ),
      gives: { d1: 'first', d2: ['b', 'c'] },
    },
    {
      given: 'two repositories: each has an order of its own',
      deployments: [
        on(1, commits.a),
        on(2, commits.b),
        on(3, commits.c),
        on(4, commits.d),
      ],
      changes: changes.map(change => ({
        ...change,
        subject: ['a', 'c'].includes(change.id) ? 'git:one' : 'git:two',
      })),
      gives: { d1: 'first', d2: 'first', d3: ['c'], d4: ['d'] },
    },
    {
      given: 'changes merged at one instant: by name',
      deployments: [on(1, commits.a), on(2, commits.b), on(3, commits.d)],
      changes: changes.map(change => ({ ...change, endedAt: start })),
      gives: { d1: 'first', d2: ['b'], d3: ['c', 'd'] },
    },
    {
      given: 'a change told of late: in the deployment that brought it',
      deployments: [on(1, commits.a), on(2, commits.c)],
      changes: [
        ...changes,
        merged('late', { sha: 'f0000006', endedAt: start + 1 }),
      ],
      gives: { d1: 'first', d2: ['late', 'b', 'c'] },
    },
  ])('$given', ({ deployments, changes: given, gives }) => {
    expect(brought(deployments, given)).toEqual(gives);
  });
});
