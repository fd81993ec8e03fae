import fc from 'fast-check';
import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { History, oracleDevlake, oracleMiddleware } from '../testing/oracle';
import { DAY, HOUR, MINUTE } from '../time';
import { attributed } from './__testUtils__/attributed';
import { before, charge, t } from './__testUtils__/charging';
import { histories } from './__testUtils__/histories';
import { Peer } from './Peer';
import { profiles } from './profiles';

interface Row {
  given: string;
  own: DeploymentRecord[];
  other?: DeploymentRecord[];
  incident?: Partial<IncidentRecord>;
  gives: string | undefined;
  /** What the evidence ladder answers. */
  ladder: string | undefined;
}

function causes(
  { own, other = [], incident }: Row,
  profile: 'devlake' | 'middleware',
) {
  const peers: Peer[] = [
    {
      entityRef: 'component:default/other',
      relation: 'scope',
      deployments: other,
      ownerAt: () => ({ status: 'unknown', because: 'Not asked.' }),
    },
  ];
  const named = { profile: profiles[profile], peers };
  return {
    gives: charge(own, incident, named)?.cause,
    ladder: charge(own, incident)?.cause,
  };
}

const sameCommit = { sha: 'b81f0c4d2e' };

describe('the profile devlake', () => {
  it.each<Row>([
    {
      given: 'takes the latest that finished, not the latest that began',
      own: [
        before('long', 3 * HOUR, { endedAt: t - MINUTE }),
        before('short', 2 * HOUR),
      ],
      gives: 'long',
      ladder: 'short',
    },
    {
      given: 'takes none that finished at the very instant',
      own: [before('a', 10 * MINUTE)],
      gives: undefined,
      ladder: 'a',
    },
    {
      given: 'takes one that finished a millisecond before',
      own: [before('a', 10 * MINUTE + 1)],
      gives: 'a',
      ladder: 'a',
    },
    {
      given: 'has no window',
      own: [before('a', 300 * DAY)],
      gives: 'a',
      ladder: undefined,
    },
    {
      given: 'takes none that is still rolling out',
      own: [
        before('a', 5 * HOUR),
        before('b', HOUR, { state: 'executing', endedAt: undefined }),
      ],
      gives: 'a',
      ladder: 'b',
    },
    {
      given: 'never takes a failed one',
      own: [before('a', 5 * HOUR), before('b', HOUR, { result: 'failure' })],
      gives: 'a',
      ladder: 'b',
    },
    {
      given: 'takes the deployment of another service of the project',
      own: [before('a', 5 * HOUR)],
      other: [before('o', HOUR)],
      gives: 'o',
      ladder: 'a',
    },
    {
      given: 'takes a redeployment of what ran already',
      own: [before('a', 5 * HOUR, sameCommit), before('b', HOUR, sameCommit)],
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'goes by when the incident was created, not by its impact',
      own: [before('a', 5 * HOUR), before('b', HOUR)],
      incident: {
        startedAt: t - 2 * HOUR,
        endedAt: t + HOUR,
        episodes: [{ from: t, to: t + HOUR }],
      },
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'does not read what the incident says of its cause',
      own: [before('a', 5 * HOUR), before('b', HOUR)],
      incident: { cause: { by: 'person', record: 'a' } },
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'does not see a rollback',
      own: [
        before('old', 9 * DAY, { sha: 'old' }),
        before('bad', 2 * DAY),
        before('next', HOUR),
        before('back', -MINUTE, { sha: 'old' }),
      ],
      gives: 'next',
      ladder: 'bad',
    },
    {
      given: 'takes nothing but production',
      own: [before('s', HOUR, { environment: 'staging' })],
      gives: undefined,
      ladder: undefined,
    },
  ])('$given', row => {
    const { gives, ladder } = row;

    expect(causes(row, 'devlake')).toEqual({ gives, ladder });
  });
});

describe('the profile middleware', () => {
  it.each<Row>([
    {
      given: 'takes the latest that began, finished or not',
      own: [
        before('long', 3 * HOUR, { endedAt: t - MINUTE }),
        before('short', 2 * HOUR),
      ],
      gives: 'short',
      ladder: 'short',
    },
    {
      given: 'takes one that began at the very instant',
      own: [before('a', HOUR), before('b', 0)],
      gives: 'b',
      ladder: 'b',
    },
    {
      given: 'takes none that began a millisecond later',
      own: [before('a', HOUR), before('b', -1)],
      gives: 'a',
      ladder: 'a',
    },
    {
      given: 'lets the last deployment keep incidents for ever',
      own: [before('a', 300 * DAY)],
      gives: 'a',
      ladder: undefined,
    },
    {
      given: 'has one stream of all services of the team',
      own: [before('a', 5 * HOUR)],
      other: [before('o', HOUR)],
      gives: 'o',
      ladder: 'a',
    },
    {
      given: 'takes a failed one too',
      own: [before('a', 5 * HOUR), before('b', HOUR, { result: 'failure' })],
      gives: 'b',
      ladder: 'b',
    },
    {
      given: 'takes a redeployment of what ran already',
      own: [before('a', 5 * HOUR, sameCommit), before('b', HOUR, sameCommit)],
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'goes by when the incident was created, not by its impact',
      own: [before('a', 5 * HOUR), before('b', HOUR)],
      incident: {
        startedAt: t - 2 * HOUR,
        endedAt: t + HOUR,
        episodes: [{ from: t, to: t + HOUR }],
      },
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'does not read what the incident says of its cause',
      own: [before('a', 5 * HOUR), before('b', HOUR)],
      incident: { cause: { by: 'machine', record: 'a' } },
      gives: 'b',
      ladder: 'a',
    },
    {
      given: 'differs in one thing: what was cancelled never competes',
      own: [
        before('a', 5 * HOUR),
        before('b', HOUR, { result: 'cancellation' }),
      ],
      gives: 'a',
      ladder: 'a',
    },
  ])('$given', row => {
    const { gives, ladder } = row;

    expect(causes(row, 'middleware')).toEqual({ gives, ladder });
  });
});

describe('both profiles', () => {
  it.each([
    { profile: profiles.devlake, confidence: 0.12 },
    { profile: profiles.middleware, confidence: 0.12 },
  ])('are never sure: $profile.name', ({ profile, confidence }) => {
    const answer = charge(
      [before('a', 3 * DAY), before('b', 2 * DAY)],
      {},
      {
        profile,
      },
    );

    expect(answer).toMatchObject({ cause: 'b', confidence });
  });

  it.each([
    {
      profile: profiles.devlake,
      says: 'No production change of this service or of its project or system finished before the impact of 13 Nov 2026, 12:00:00 UTC.',
    },
    {
      profile: profiles.middleware,
      says: 'No production change of this service or of others of its owner began before the impact of 13 Nov 2026, 12:00:00 UTC.',
    },
  ])('name what they looked at: $profile.name', ({ profile, says }) => {
    expect(charge([], {}, { profile })?.evidence).toEqual([says]);
  });

  it('do not say of a redeployment that it is no change, since it is for them', () => {
    const answer = charge(
      [before('a', 5 * HOUR, sameCommit), before('b', HOUR, sameCommit)],
      {},
      { profile: profiles.devlake },
    );

    expect(answer?.candidates).toMatchObject([
      { record: 'a', whyNot: 'A later change finished before the impact.' },
    ]);
  });
});

/** Histories in the terms of the others: every deployment has a result, an end and an instant of its own, and nobody decides. */
const inTheirTerms = histories.map((history): History => {
  let instants = 0;
  // Whole seconds, and a millisecond more each time: no two are ever the same.
  const after = (at: number) => Math.ceil(at / 1000) * 1000 + instants++;
  const plain = (list: readonly DeploymentRecord[]) =>
    list
      .filter(({ state }) => state !== 'pending')
      .map(one => {
        const startedAt = after(one.startedAt);
        const result =
          one.result === 'cancellation' || one.result === 'skip'
            ? 'failure'
            : one.result ?? 'success';
        return one.endedAt === undefined
          ? { ...one, startedAt }
          : {
              ...one,
              startedAt,
              endedAt: after(Math.max(startedAt, one.endedAt)),
              result,
            };
      });
  return {
    ...history,
    overrides: [],
    deployments: plain(history.deployments),
    peers: history.peers.map(peer => ({
      ...peer,
      deployments: plain(peer.deployments).map(one => ({
        ...one,
        id: `${peer.entityRef} ${one.id}`,
      })),
    })),
  };
});

describe.each([
  { profile: profiles.devlake, oracle: oracleDevlake },
  { profile: profiles.middleware, oracle: oracleMiddleware },
])('the profile $profile.name', ({ profile, oracle }) => {
  it('agrees with its documented rule on random histories', () => {
    fc.assert(
      fc.property(inTheirTerms, history => {
        const { attributions } = attributed({
          ...history,
          profile,
          remedyRules: history,
        });

        expect(
          new Map([...attributions].map(([id, { cause }]) => [id, cause])),
        ).toEqual(oracle(history));
      }),
      { numRuns: 2300 },
    );
  });
});
