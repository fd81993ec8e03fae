import fc from 'fast-check';
import {
  DeploymentRecord,
  OwnerSpan,
} from 'backstage-plugin-accountability-common';
import { AttributionProfile, profiles } from '../../attribution';
import {
  deploymentsOf,
  mostly,
} from '../../attribution/__testUtils__/randomRecords';
import { defaultSettings } from '../../defaultSettings';
import { DAY } from '../../time';
import { foreignTo } from './deliveryCharges';
import { Past } from './deliveryPast';
import {
  back,
  changesFor,
  HistorySize,
  moved,
  rollouts,
  troubles,
} from './deliveryRecords';

/** Zones by owner: with a clock that changes in spring and autumn, one that is 45 minutes off, one without some midnights, one that there is not, and none. */
const zones: Record<string, string | undefined> = {
  'group:default/berlin': 'Europe/Berlin',
  'group:default/chatham': 'Pacific/Chatham',
  'group:default/santiago': 'America/Santiago',
  'group:default/nowhere': 'Mars/Olympus',
};

/** Instants just after clocks changed, at the turn of weeks in several zones, and in the middle of one. */
const nows = [
  Date.UTC(2026, 10, 23, 12),
  Date.UTC(2026, 10, 23),
  Date.UTC(2026, 10, 1, 23),
  Date.UTC(2026, 9, 27, 0, 30),
  Date.UTC(2026, 3, 12, 11, 15),
  Date.UTC(2026, 8, 14, 3),
];

const sizes: fc.Arbitrary<HistorySize> = fc.constantFrom(
  { days: 270, deployments: 14, changes: 10, incidents: 5, calm: false },
  { days: 35, deployments: 16, changes: 16, incidents: 2, calm: true },
  { days: 270, deployments: 4, changes: 4, incidents: 6, calm: false },
  { days: 95, deployments: 32, changes: 4, incidents: 8, calm: true },
  { days: 270, deployments: 26, changes: 6, incidents: 5, calm: true },
  { days: 190, deployments: 22, changes: 22, incidents: 8, calm: true },
  { days: 95, deployments: 8, changes: 3, incidents: 20, calm: false },
);

const owners = [...Object.keys(zones), 'group:default/none'];

const spansUntil = (now: number) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...owners),
        back,
        fc.option(fc.integer({ min: 0, max: 40 }), { freq: 1, nil: undefined }),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map(list =>
      list.map(([owner, ago, days], i): OwnerSpan => {
        const from = now - (i === 0 ? ago + 60 * DAY : ago) - i;
        const to = days === undefined ? undefined : from + days * DAY;
        return { owner, resolves: true, from, to, origin: 'catalog' };
      }),
    );

const usual = profiles.default;
const profile: fc.Arbitrary<AttributionProfile> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(usual) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<AttributionProfile[]>(
      { ...usual, denominator: 'deployments' },
      { ...usual, rungs: ['temporal'] },
      { ...usual, redeploys: true, windowMs: 3 * DAY },
      { ...profiles.devlake, denominator: 'changes' },
      profiles.devlake,
      profiles.middleware,
    ),
  },
);

const decisions = (own: readonly DeploymentRecord[]) =>
  fc
    .record({
      incident: fc.nat(4).map(n => `i${n}`),
      record: mostly(fc.constantFrom(...own)),
      service: fc.constantFrom(undefined, undefined, 'component:default/web'),
    })
    .map(({ incident, record, service }) => ({
      incident,
      decision: { id: 'o', by: 'user:default/ann', at: 0, reason: 'Seen.' },
      cause: record && {
        // A deployment may be of two services, and be charged as that of the other.
        record,
        service,
        owner: { status: 'unknown' as const, because: 'Not of interest.' },
      },
    }));

/** Incidents that began together with those of other services. */
const bursts = (now: number) =>
  fc
    .record({
      incident: fc.nat(4).map(n => `i${n}`),
      cascade: fc.constantFrom('root' as const, 'downstream' as const),
    })
    .map(one => ({ ...one, services: 3, from: now, to: now }));

const peersUntil = (now: number) =>
  fc
    .tuple(
      deploymentsOf('p', 2),
      fc.array(back, { minLength: 2, maxLength: 2 }),
    )
    .map(([list, backs]) => ({
      entityRef: 'component:default/ledger',
      relation: 'scope' as const,
      deployments: list.map((one, i) => moved(one, now - backs[i])),
      ownerAt: () => ({
        status: 'unknown' as const,
        because: 'Not of interest.',
      }),
    }));

const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: one.map(each => [each]) },
  );

/** Random histories of one service and what else its facts of delivery hang on, with all that goes wrong in them. */
export const deliveryHistories: fc.Arbitrary<Past> = fc
  .tuple(
    fc.tuple(fc.constantFrom(...nows), fc.integer({ min: -2, max: 2 })),
    sizes,
  )
  .chain(([[instant, off], size]) => {
    const now = instant + off;
    return rollouts(now, size).chain(deployments =>
      fc.record({
        now: fc.constant(now),
        deployments: fc.constant(deployments),
        changes: changesFor(deployments, size),
        incidents: troubles(now, deployments, size),
        peers: seldom(peersUntil(now)),
        overrides: seldom(decisions(deployments)),
        bursts: seldom(bursts(now)),
        foreign: foreignTo(deployments),
        profile,
        hotfixTitle: fc.constant(defaultSettings.hotfixTitle),
        spans: spansUntil(now),
        zones: fc.constant(zones),
        environment: fc.constantFrom(
          ...Array<string>(9).fill('production'),
          'staging',
        ),
        windowDays: fc.constantFrom(
          ...Array<undefined>(8).fill(undefined),
          7,
          28,
          90,
          180,
        ),
      }),
    );
  });
