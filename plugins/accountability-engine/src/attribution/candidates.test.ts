import { deployed } from '../testing';
import { DAY, HOUR, MINUTE } from '../time';
import { before, charge, t } from './__testUtils__/charging';
import { Peer } from './Peer';
import { profiles } from './profiles';

const ownerAt: Peer['ownerAt'] = () => ({
  status: 'known',
  owner: 'group:default/ledger',
  resolves: true,
});

function peer(
  relation: Peer['relation'],
  deployments: Peer['deployments'],
  name = 'ledger',
): Peer {
  return {
    entityRef: `component:default/${name}`,
    relation,
    deployments,
    ownerAt,
  };
}

describe('candidates', () => {
  it('are kept, each with why it was not taken', () => {
    const answer = charge([
      before('a', 3 * HOUR),
      before('b', 2 * HOUR),
      before('c', HOUR, { sha: 'sha-of-b' }),
    ]);

    expect(answer).toMatchObject({ cause: 'b', confidence: 0.57 });
    expect(answer?.candidates).toEqual([
      {
        record: 'c',
        method: 'temporal',
        lagMs: HOUR,
        confidence: 0.49,
        whyNot: 'It brought what was already running, so it is no change.',
      },
      {
        record: 'a',
        method: 'temporal',
        lagMs: 3 * HOUR,
        confidence: 0.56,
        whyNot: 'A later change began before the impact.',
      },
    ]);
  });

  it.each([
    {
      given: 'a person named another',
      cause: { by: 'person', record: 'x' } as const,
      whyNot: 'A person named another deployment.',
    },
    {
      given: 'a machine linked another',
      cause: { by: 'machine', record: 'x' } as const,
      whyNot: 'The source of the incident links another deployment.',
    },
  ])('$given', ({ cause, whyNot }) => {
    const answer = charge([before('x', 9 * DAY), before('a', HOUR)], {
      cause,
    });

    expect(answer?.candidates).toMatchObject([{ record: 'a', whyNot }]);
  });

  it('of what was undone together, and of what was not undone', () => {
    const answer = charge([
      before('old', 9 * DAY, { sha: 'old' }),
      before('bad', 3 * HOUR),
      before('too', 2 * HOUR),
      before('back', -MINUTE, { sha: 'old' }),
    ]);

    expect(answer?.cause).toBe('bad');
    expect(answer?.candidates).toMatchObject([
      {
        record: 'too',
        whyNot:
          'It was undone with the one that is charged; one failure is counted, the first.',
      },
    ]);
  });

  it('are ten at most, the nearest', () => {
    const deployments = Array.from({ length: 15 }, (_, n) =>
      before(`d${n}`, n * HOUR),
    );

    const records = charge(deployments)?.candidates.map(one => one.record);

    expect(records).toEqual(deployments.slice(1, 11).map(({ id }) => id));
  });

  it('of a service that this one depends on are never charged', () => {
    const upstream = [deployed('up', { startedAt: t - HOUR })];

    const answer = charge([], {}, { peers: [peer('dependency', upstream)] });

    expect(answer).toMatchObject({ method: 'none', confidence: 0 });
    expect(answer?.candidates).toEqual([
      {
        record: 'up',
        method: 'dependency',
        service: 'component:default/ledger',
        lagMs: HOUR,
        confidence: 0.22,
        whyNot:
          'It is of a service that this one depends on; that alone is never counted.',
      },
    ]);
  });

  it('of a dependency stand behind those of the service and change nothing else', () => {
    const own = [before('a', 3 * HOUR), before('b', 2 * HOUR)];
    const upstream = [deployed('up', { startedAt: t - MINUTE })];

    const answer = charge(own, {}, { peers: [peer('dependency', upstream)] });

    expect(answer).toMatchObject({
      ...charge(own),
      candidates: [{ record: 'a' }, { record: 'up' }],
    });
  });

  it('of a dependency are left out where there is no window', () => {
    const upstream = [deployed('up', { startedAt: t - MINUTE })];
    const peers = [peer('dependency', upstream)];

    const answer = charge([], {}, { peers, profile: profiles.devlake });

    expect(answer?.candidates).toEqual([]);
  });
});

describe('a deployment of several services', () => {
  const shared = before('shared', HOUR);
  const inSystem = { ...profiles.default, scope: 'system' } as const;

  it.each([
    {
      given: 'of the service itself is its own',
      own: [shared],
      peers: [peer('scope', [shared]), peer('dependency', [shared], 'web')],
      gives: { cause: 'shared', causeService: undefined, candidates: [] },
    },
    {
      given: 'of two others is of the first by name',
      own: [],
      peers: [peer('scope', [shared], 'web'), peer('scope', [shared])],
      gives: {
        cause: 'shared',
        causeService: 'component:default/ledger',
        candidates: [],
      },
    },
    {
      given: 'of one in scope that is depended on is charged, not offered',
      own: [],
      peers: [peer('dependency', [shared]), peer('scope', [shared])],
      gives: {
        cause: 'shared',
        causeService: 'component:default/ledger',
        candidates: [],
      },
    },
  ])('$given, in any order', ({ own, peers, gives }) => {
    const answer = charge(own, {}, { profile: inSystem, peers });
    const reversed = charge(
      own,
      {},
      { profile: inSystem, peers: [...peers].reverse() },
    );

    expect({ causeService: undefined, ...answer }).toMatchObject(gives);
    expect(reversed).toEqual(answer);
  });

  it('in scope is charged to who owned its service when it began', () => {
    const peers = [peer('scope', [shared])];

    expect(charge([], {}, { profile: inSystem, peers })).toMatchObject({
      method: 'temporal',
      causeOwner: { owner: 'group:default/ledger' },
    });
  });

  it('in scope undoes nothing of this one', () => {
    const own = [before('bad', HOUR)];
    const peers = [
      peer('scope', [
        deployed('p1', { startedAt: t - 3 * DAY, sha: 'one' }),
        deployed('p2', { startedAt: t - 2 * DAY, sha: 'two' }),
        deployed('p3', { startedAt: t + MINUTE, sha: 'one' }),
      ]),
    ];

    expect(charge(own, {}, { profile: inSystem, peers })).toMatchObject({
      method: 'temporal',
      cause: 'bad',
    });
  });
});
