import {
  ChangeRecord,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { AssessInput, AssessSettings } from '../../assessTypes';

/**
 * What an oracle of attribution is asked about. Oracles are written from the
 * definitions in docs/attribution.md, not from the engine: no index, no search
 * but looking at everything, every question asked anew.
 */
export interface History {
  now: number;
  incidents: readonly IncidentRecord[];
  deployments: readonly DeploymentRecord[];
  changes: readonly ChangeRecord[];
  peers: NonNullable<AssessInput['peers']>;
  overrides: NonNullable<AssessInput['overrides']>;
  bursts: NonNullable<AssessInput['bursts']>;
  profile: AssessSettings['attribution'];
  hotfixTitle: RegExp;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Nothing is looked at that lies further back. */
export const reach = 90 * DAY;

/** What clocks and hands may differ by. */
export const skew = 5 * MINUTE;

interface Begun {
  startedAt: number;
  id: string;
}

/** Whether one began before another; of two at one instant, the one first by name. */
export function isBefore(a: Begun, b: Begun): boolean {
  return (
    a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id)
  );
}

/** The one before which all others began. */
export function latest<T extends Begun>(all: readonly T[]): T | undefined {
  return all.find(one =>
    all.every(other => other.id === one.id || isBefore(other, one)),
  );
}

/** The one that began before all others. */
export function oldest<T extends Begun>(all: readonly T[]): T | undefined {
  return all.find(one =>
    all.every(other => other.id === one.id || isBefore(one, other)),
  );
}

/** In the order in which they began: the oldest, then the oldest of the rest. */
export function inOrder<T extends Begun>(all: readonly T[]): T[] {
  const first = oldest(all);
  if (!first) return [];
  return [first, ...inOrder(all.filter(one => one.id !== first.id))];
}

/** Whether a deployment may have touched what runs somewhere. */
export function touched({ state, result }: DeploymentRecord): boolean {
  if (state === 'pending') return false;
  return result !== 'cancellation' && result !== 'skip';
}

/** Whether a deployment may have touched production. */
export function touchedProduction(one: DeploymentRecord): boolean {
  return one.environment === 'production' && touched(one);
}

/** Whether a deployment was running afterwards. */
export function gotThrough({ state, result }: DeploymentRecord): boolean {
  if (state !== 'finished') return false;
  return result === 'success' || result === undefined;
}

/** What was deployed, as a text; undefined is unknown and equals nothing. */
export function whatOf(one: DeploymentRecord): string | undefined {
  if (one.sha) return `sha:${one.sha.toLowerCase()}`;
  if (one.version) return `version:${one.version}`;
  if (one.artifact) return `artifact:${one.artifact}`;
  return undefined;
}

/** Whether two commits are one; either may be cut to seven digits or more. */
export function isSameCommit(one: string, other: string): boolean {
  const a = one.toLowerCase();
  const b = other.toLowerCase();
  if (a === b) return true;
  if (a.length < 7 || b.length < 7) return false;
  return a.startsWith(b) || b.startsWith(a);
}

/** The deployment that production ran when another began. */
export function runningBefore(
  one: DeploymentRecord,
  all: readonly DeploymentRecord[],
): DeploymentRecord | undefined {
  return latest(
    all.filter(
      other =>
        touchedProduction(other) && gotThrough(other) && isBefore(other, one),
    ),
  );
}

/** The deployment before one that production ran, where it was of the very same. */
export function sameAsRunning(
  one: DeploymentRecord,
  all: readonly DeploymentRecord[],
): DeploymentRecord | undefined {
  const running = runningBefore(one, all);
  if (!running || whatOf(one) === undefined) return undefined;
  return whatOf(running) === whatOf(one) ? running : undefined;
}

/** The deployment that first brought what one deploys again, as far back as is looked at from an instant. */
export function broughtBy(
  one: DeploymentRecord,
  all: readonly DeploymentRecord[],
  at: number,
): DeploymentRecord {
  const same = sameAsRunning(one, all);
  if (!same || same.startedAt < at - reach) return one;
  return broughtBy(same, all, at);
}
