import { CauseClaim } from 'backstage-plugin-accountability-common';
import { DAY, HOUR, MINUTE } from '../time';
import { before, charge } from './__testUtils__/charging';

const sha = 'b81f0c4d2e';

describe('what a machine links', () => {
  it.each<{
    given: string;
    deployments: Parameters<typeof charge>[0];
    cause: Omit<CauseClaim, 'by'>;
    gives: object;
  }>([
    {
      given: 'a commit by its first seven digits, in any case',
      deployments: [before('a', 5 * DAY, { sha }), before('b', 1)],
      cause: { sha: 'B81F0C4' },
      gives: { method: 'linked', cause: 'a', confidence: 0.95 },
    },
    {
      given: 'a commit cut to six digits',
      deployments: [before('a', 5 * DAY, { sha })],
      cause: { sha: 'b81f0c' },
      gives: { method: 'none' },
    },
    {
      given: 'a version deployed twice in a row: what brought it',
      deployments: [
        before('a', 3 * DAY, { sha: undefined, version: '4.12.0' }),
        before('b', 2 * DAY, { sha: undefined, version: '4.12.0' }),
      ],
      cause: { version: '4.12.0' },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a commit that failed first: the attempt that got through',
      deployments: [
        before('a', 3 * HOUR, { sha, result: 'failure' }),
        before('b', 2 * HOUR, { sha }),
      ],
      cause: { sha },
      gives: { method: 'linked', cause: 'b' },
    },
    {
      given: 'a commit that came back after another: the latest before',
      deployments: [
        before('a', 9 * HOUR, { sha }),
        before('b', 5 * HOUR),
        before('c', HOUR, { sha }),
      ],
      cause: { sha },
      gives: { method: 'linked', cause: 'c' },
    },
    {
      given: 'an artifact whose environment is unknown',
      deployments: [
        before('a', HOUR, { artifact: 'oci:x', environment: undefined }),
      ],
      cause: { artifact: 'oci:x' },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a commit in production and, later, somewhere unknown',
      deployments: [
        before('a', 2 * HOUR, { sha }),
        before('b', HOUR, { sha, environment: undefined }),
      ],
      cause: { sha },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a commit in staging alone',
      deployments: [before('a', HOUR, { sha, environment: 'staging' })],
      cause: { sha },
      gives: { method: 'none' },
    },
    {
      given: 'a commit that began 5 minutes later, as clocks differ',
      deployments: [before('a', -5 * MINUTE, { sha })],
      cause: { sha },
      gives: { method: 'linked', cause: 'a', lagMs: -5 * MINUTE },
    },
    {
      given: 'a commit that began later than that',
      deployments: [before('a', -5 * MINUTE - 1, { sha })],
      cause: { sha },
      gives: { method: 'none' },
    },
    {
      given: 'a commit before, and again just after',
      deployments: [
        before('a', 2 * DAY, { sha }),
        before('b', DAY),
        before('c', -MINUTE, { sha }),
      ],
      cause: { sha },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a version that is just another name of what began just after',
      deployments: [
        before('a', -2 * MINUTE, { sha }),
        before('b', -4 * MINUTE, { sha, version: '4.12.0' }),
      ],
      cause: { version: '4.12.0' },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a commit of 91 days ago',
      deployments: [before('a', 91 * DAY, { sha })],
      cause: { sha },
      gives: { method: 'none' },
    },
    {
      given: 'a record of production',
      deployments: [before('a', 3 * DAY), before('b', HOUR)],
      cause: { record: 'a' },
      gives: { method: 'linked', cause: 'a' },
    },
  ])('$given: $gives.method', ({ deployments, cause, gives }) => {
    expect(
      charge(deployments, { cause: { by: 'machine', ...cause } }),
    ).toMatchObject(gives);
  });

  it.each([
    { title: 'Payments down, root cause: b81f0c4', cause: 'a' },
    { title: 'root cause: b81f0c4d2e.', cause: 'a' },
    { title: 'Root-cause : `B81F0C4`', cause: 'a' },
    { title: 'Down (rootcause:b81f0c4)', cause: 'a' },
    { title: 'root cause: 4.12.0', cause: 'v' },
    { title: 'root cause: release/2026-11', cause: 'r' },
    { title: 'root cause: 20261113', cause: 'n' },
    { title: 'root cause: main database', cause: 'last' },
    { title: 'root cause: unknown', cause: 'last' },
    { title: 'Search for the root cause b81f0c4', cause: 'last' },
    { title: 'grassroot cause: b81f0c4', cause: 'last' },
  ])('a title “$title” charges $cause', ({ title, cause }) => {
    const deployments = [
      before('a', 5 * DAY, { sha }),
      before('v', 4 * DAY, { version: '4.12.0' }),
      before('r', 4 * DAY, { version: 'release/2026-11' }),
      before('n', 4 * DAY, { version: '20261113' }),
      before('m', 4 * DAY, { version: 'main' }),
      before('last', HOUR),
    ];

    const answer = charge(deployments, { title });

    expect(answer).toMatchObject({
      cause,
      method: cause === 'last' ? 'temporal' : 'linked',
    });
    expect(answer?.evidence).toHaveLength(2);
  });

  it.each([
    {
      given: 'its last deployment before the impact',
      deployments: [
        before('a', 3 * DAY, { chain: 'x' }),
        before('b', 2 * DAY, { chain: 'x' }),
        before('c', HOUR, { chain: 'y' }),
      ],
      gives: { method: 'linked', cause: 'b', confidence: 0.95 },
    },
    {
      given: 'one that began just after, as clocks differ',
      deployments: [before('a', -MINUTE, { chain: 'x' })],
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'nothing of more than 90 days ago',
      deployments: [before('a', 91 * DAY, { chain: 'x' })],
      gives: { method: 'none' },
    },
    {
      given: 'nothing of another environment',
      deployments: [before('a', HOUR, { chain: 'x', environment: 'test' })],
      gives: { method: 'none' },
    },
  ])('a chain gives $given', ({ deployments, gives }) => {
    expect(charge(deployments, { chain: 'x' })).toMatchObject(gives);
  });

  it('that is not found falls to what the title says, and says so', () => {
    const answer = charge([before('a', 3 * DAY, { sha })], {
      cause: { by: 'machine', version: '9.9.9' },
      title: 'root cause: b81f0c4',
    });

    expect(answer).toMatchObject({
      method: 'linked',
      cause: 'a',
      named: { version: '9.9.9' },
    });
    expect(answer?.evidence.slice(0, 2)).toEqual([
      "The named cause is not among this service's deployments of the 90 days before.",
      'The title of the incident names its root cause, by commit b81f0c4.',
    ]);
  });

  it('outranks what was done to end the incident', () => {
    const answer = charge(
      [
        before('old', 3 * DAY, { sha: 'aaaaaaaa' }),
        before('a', 2 * DAY, { sha }),
        before('b', HOUR, { sha: 'cccccccc' }),
        before('back', -10 * MINUTE, { sha }),
      ],
      { cause: { by: 'machine', sha } },
    );

    expect(answer).toMatchObject({ method: 'linked', cause: 'a' });
  });
});
