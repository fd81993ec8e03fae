import fc from 'fast-check';
import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../../defaultSettings';
import { deployed, merged, referenceNow } from '../../testing';
import { History } from '../../testing/oracle';
import { DAY, HOUR, MINUTE } from '../../time';
import { AttributionProfile } from '../AttributionProfile';
import { Peer } from '../Peer';
import { profiles } from '../profiles';
import {
  change,
  commits,
  deploymentsOf,
  incidents,
  mostly,
  start,
} from './randomRecords';

const profile: fc.Arbitrary<AttributionProfile> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(profiles.default) },
  { weight: 1, arbitrary: fc.constant(profiles.devlake) },
  { weight: 1, arbitrary: fc.constant(profiles.middleware) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...mapValues(profiles.default),
      rungs: fc.subarray([...profiles.default.rungs]),
      anchor: fc.constantFrom<AttributionProfile['anchor'][]>(
        'started',
        'finished',
      ),
      comparator: fc.constantFrom<AttributionProfile['comparator'][]>(
        'before',
        'at-or-before',
      ),
      incidentFrom: fc.constantFrom<AttributionProfile['incidentFrom'][]>(
        'impact',
        'opened',
      ),
      windowMs: fc.constantFrom(0, 10 * MINUTE, DAY, 100 * DAY, undefined),
      results: fc.constantFrom<AttributionProfile['results'][]>(
        'reached',
        'success',
      ),
      redeploys: fc.boolean(),
      bursts: fc.constantFrom<AttributionProfile['bursts'][]>(
        'apart',
        'charged',
      ),
    }),
  },
);

function mapValues({ name, scope, denominator }: AttributionProfile) {
  return {
    name: fc.constant(name),
    scope: fc.constant(scope),
    denominator: fc.constant(denominator),
  };
}

const peers = (own: readonly DeploymentRecord[]) =>
  fc.uniqueArray(
    fc
      .record({
        name: fc.constantFrom('ledger', 'search', 'web'),
        relation: fc.constantFrom<Peer['relation'][]>('scope', 'dependency'),
        deployments: deploymentsOf('p', 3),
        shared: fc.subarray(own.slice(0, 1)),
      })
      .map(({ name, relation, deployments, shared }): Peer => {
        const entityRef = `component:default/${name}`;
        return {
          entityRef,
          relation,
          deployments: [
            ...deployments.map(one => ({ ...one, id: `${name}-${one.id}` })),
            ...shared,
          ],
          ownerAt: () => ownedBy(entityRef),
        };
      }),
    { maxLength: 3, selector: peer => peer.entityRef },
  );

const decision = { id: 'o', by: 'user:default/ann', at: 0, reason: 'Seen.' };

const overrides = (own: readonly DeploymentRecord[]) =>
  fc.uniqueArray(
    fc
      .record({
        incident: fc.nat(3).map(n => `i${n}`),
        cause: mostly(
          fc.oneof(
            fc.record({
              record: fc.constantFrom(...own, deployed('gone')),
            }),
            fc.record({
              record: fc.constant(deployed('elsewhere')),
              service: fc.constant('component:default/web'),
            }),
          ),
        ),
      })
      .map(({ incident: of, cause }) => ({
        incident: of,
        decision,
        cause: cause && { ...cause, owner: ownedBy('decided') },
      })),
    { maxLength: 1, selector: one => one.incident },
  );

const bursts = fc.uniqueArray(
  fc.record({
    incident: fc.nat(3).map(n => `i${n}`),
    services: fc.constant(3),
    from: fc.constant(start),
    to: fc.constant(start),
    cascade: mostly(fc.constantFrom('root' as const, 'downstream' as const)),
  }),
  { maxLength: 2, selector: one => one.incident },
);

function ownedBy(owner: string) {
  return { status: 'known' as const, owner, resolves: true };
}

/** Everything at random. */
const wild: fc.Arbitrary<History> = deploymentsOf('d', 14).chain(deployments =>
  fc.record({
    now: fc.constant(referenceNow),
    deployments: fc.constant(deployments),
    incidents,
    changes: fc
      .array(change, { maxLength: 10, size: 'max' })
      .map(list => list.map((given, index) => merged(`c${index}`, given))),
    peers: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: peers(deployments) },
    ),
    overrides: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: overrides(deployments) },
    ),
    bursts: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: bursts },
    ),
    profile,
    hotfixTitle: fc.constant(defaultSettings.hotfixTitle),
  }),
);

const hour = start + 100 * DAY;
const within = (at: number) => hour + (at % (50 * MINUTE));
const inHour = (a: DeploymentRecord, b: DeploymentRecord) =>
  within(a.startedAt) - within(b.startedAt);

/** The same in one busy hour, of one repository whose commits go to production one after another. */
function tidy(history: History): History {
  return {
    ...history,
    changes: history.changes.map((one, index) => ({
      ...one,
      subject: 'test:acme/a',
      state: 'merged',
      defaultBranch: true,
      endedAt: hour - HOUR + index * MINUTE,
      sha: commits[index % commits.length],
      reverts: one.reverts ?? (index % 3 === 2 ? `c${index - 1}` : undefined),
    })),
    deployments: [...history.deployments].sort(inHour).map((one, index) => {
      const startedAt = within(one.startedAt);
      const took = one.endedAt === undefined ? 0 : one.endedAt - one.startedAt;
      return {
        ...one,
        startedAt,
        ...(one.endedAt !== undefined && { endedAt: startedAt + took }),
        environment: one.environment ?? 'production',
        ...(index % 8 > 0 && { sha: commits[Math.floor(index / 2) % 6] }),
      };
    }),
    incidents: history.incidents.map(one => {
      const startedAt = within(one.startedAt);
      const moved = startedAt - one.startedAt;
      const episodes = one.episodes.map(({ from, to }) => ({
        from: from + moved,
        ...(to !== undefined && { to: to + moved }),
      }));
      return { ...one, startedAt, episodes, endedAt: episodes.at(-1)?.to };
    }),
  };
}

/** Random histories of one service, with all that goes wrong in them. */
export const histories: fc.Arbitrary<History> = fc.oneof(wild, wild.map(tidy));
