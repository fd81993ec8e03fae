import { Entity } from '@backstage/catalog-model';
import {
  OwnerChange,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import {
  AttributionProfile,
  profiles,
} from 'backstage-plugin-accountability-engine';
import { component, group } from '../../../database/__testUtils__/testCatalog';
import { seeded } from '../../../ingestion/__testUtils__/mutate';
import { day, hour, start } from '../../__testUtils__/createWorkbench';
import { Dice, createDice } from './createDice';
import { Deployed, happenings } from './happenings';
import { importsOf } from './importsOf';

/** What a source sends at once, at an instant of its own clock. */
export interface Sent {
  at: number;
  events: RecordEvent[];
  ownerChanges?: OwnerChange[];
}

/** What a person says of the cause of an incident, and for how long it holds. */
export interface Said {
  at: number;
  incident: string;
  /** Entity ref of the service by which it was looked at. */
  entityRef: string;
  /** Record id; absent: no change is the cause. */
  cause?: string;
  withdrawnAt?: number;
}

/** What happened to a small company in a week, in the order of time. */
export interface History {
  /** The catalog as of an instant, oldest first. */
  catalogs: { at: number; entities: Entity[] }[];
  sent: Sent[];
  /** Where causes are sought beyond a service, people decide nothing: before a decision, another service is told of what rules said as they said it, and a rebuild does not ask them again. */
  profile: AttributionProfile;
  said: Said[];
  /** An instant after all of it. */
  end: number;
}

/** Services by name, with the subjects at which things happen to them; `mono` is of two. */
const subjects = {
  web: 'github:acme/web',
  pay: 'github:acme/pay',
  lib: 'github:acme/lib',
  mono: 'github:acme/mono',
};
const groups = ['a', 'b', 'c'];

/** A history that depends on the seed alone: `web` depends on `pay`, `lib` and `tool` share a repository, `pay` changes hands. */
export function createHistory(seed: number): History {
  const dice = createDice(seeded(seed));
  const profile =
    seed % 2 === 0
      ? profiles.default
      : dice.one<AttributionProfile>(profiles.devlake, profiles.middleware);
  const end = start + 5 * day + dice.between(hour, 11 * hour);
  const happened = happenings(dice, {
    subjects: Object.values(subjects),
    from: start + hour,
    to: end - 2 * hour,
  });
  const handOver = start + dice.between(day, 3 * day);
  return {
    catalogs: [
      { at: start, entities: catalog('b') },
      { at: handOver, entities: catalog('c') },
    ],
    sent: [
      ...importsOf(dice, Object.values(subjects)),
      ownersOf('pay', ['a', 'b']),
      ownersOf('web', ['c', 'a']),
      ownedAfterAll(dice, end),
      ...happened.sent,
    ].sort((a, b) => a.at - b.at),
    profile,
    said: profile.scope === 'service' ? saidOf(dice, { ...happened, end }) : [],
    end,
  };
}

function catalog(ownerOfPay: string): Entity[] {
  const mono = { 'accountability.io/aliases': subjects.mono };
  return [
    ...groups.map(name => group(name)),
    component('web', {
      owner: 'a',
      slug: 'acme/web',
      system: 's',
      dependsOn: ['component:pay'],
    }),
    component('pay', { owner: ownerOfPay, slug: 'acme/pay', system: 's' }),
    component('lib', { owner: 'a', slug: 'acme/lib', annotations: mono }),
    component('tool', { owner: 'b', slug: 'acme/mono' }),
  ];
}

/** Two owners of before the catalog was read, told of in the first days. */
function ownersOf(name: string, owners: readonly string[]): Sent {
  const ownerChanges = owners.map(
    (owner, i): OwnerChange => ({
      kind: 'owner',
      entityRef: `component:default/${name}`,
      owner: `group:default/${owner}`,
      at: start - (40 - 25 * i) * day,
    }),
  );
  return { at: start + 2 * hour, events: [], ownerChanges };
}

/** An owner of a stretch that was thought to be another's, told of when it is over. */
function ownedAfterAll(dice: Dice, end: number): Sent {
  const change: OwnerChange = {
    kind: 'owner',
    entityRef: 'component:default/pay',
    owner: 'group:default/a',
    at: start + dice.between(2, 70) * hour,
  };
  const at = dice.between(start + 3 * day, end - hour);
  return { at, events: [], ownerChanges: [change] };
}

/** A few decisions on incidents, some of them withdrawn, some in the place of another. */
function saidOf(
  dice: Dice,
  given: {
    incidents: readonly { record: string; subject: string; at: number }[];
    deployments: readonly Deployed[];
    end: number;
  },
): Said[] {
  const { incidents, deployments, end } = given;
  return dice.some(incidents, 0.7).flatMap(incident => {
    const before = deployments.filter(({ at }) => at < incident.at + hour);
    const others = before.filter(one => one.subject !== incident.subject);
    const decide = (from: number): Said => {
      const at = dice.between(from, Math.min(end - 1, from + 2 * day));
      const cause = dice.chance(0.85)
        ? dice.pick(dice.one(before, others))?.record
        : undefined;
      const withdrawnAt = dice.between(at + 1, end + day);
      return {
        at,
        incident: incident.record,
        entityRef: `component:default/${nameOf(incident.subject)}`,
        ...(cause && { cause }),
        ...(withdrawnAt < end && { withdrawnAt }),
      };
    };
    const first = decide(incident.at + hour);
    if (first.withdrawnAt === undefined || dice.chance(0.5)) return [first];
    return [first, decide(first.withdrawnAt)];
  });
}

function nameOf(subject: string): string {
  const name = subject.split('/')[1];
  return name === 'mono' ? 'tool' : name;
}
