import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { byStart, couldReach, ran } from '../delivery';
import { AttributionProfile } from './AttributionProfile';
import { claimReach } from './claimReach';
import { IndexedDeployment } from './IndexedDeployment';
import { Peer } from './Peer';

type Of = Pick<IndexedDeployment, 'service' | 'ownerAt'>;

/**
 * Cancelled and skipped deployments, those not begun and those elsewhere break
 * nothing in production. Failed ones may: a rollout does harm before it ends.
 */
export function couldBreak(record: DeploymentRecord): boolean {
  const elsewhere = record.environment && record.environment !== 'production';
  return !elsewhere && couldReach(record);
}

/** A deployment by itself, as a profile looks at it. */
export function indexed(
  record: DeploymentRecord,
  profile: Pick<AttributionProfile, 'anchor' | 'windowMs'>,
  of: Of,
): IndexedDeployment {
  const end = Math.max(record.startedAt, record.endedAt ?? 0);
  return {
    ...of,
    record,
    anchorAt: profile.anchor === 'started' ? record.startedAt : end,
    chargeableUntil: end + (profile.windowMs ?? Infinity),
  };
}

/**
 * The production deployments of one service in the order in which they began,
 * each with what ran before it, whether it brought that again, and, where it
 * goes back to what ran earlier, what it undoes. What is the same is told by
 * what was deployed, never by a version being lower.
 */
export function indexProduction(
  deployments: readonly DeploymentRecord[],
  profile: Pick<AttributionProfile, 'anchor' | 'windowMs'>,
  of: Pick<Peer, 'ownerAt'> & { service?: string },
): IndexedDeployment[] {
  const timeline: IndexedDeployment[] = [];
  const lastPlace = new Map<string, number>();
  let running: IndexedDeployment | undefined;
  for (const record of [...deployments].sort(byStart)) {
    if (record.environment !== 'production' || !couldBreak(record)) continue;
    const item = indexed(record, profile, of);
    const identity = deployedIdentity(record);
    item.previous = running;
    if (running && identity && deployedIdentity(running.record) === identity) {
      item.redeployOf = running;
    }
    const target = identity ? lastPlace.get(identity) : undefined;
    item.undoes = since(item, timeline, target) ?? asTold(item);
    const place = timeline.push(item) - 1;
    if (!ran(record)) continue;
    running = item;
    if (identity) lastPlace.set(identity, place);
  }
  return timeline;
}

/**
 * All that began after what it goes back to and is known to be something else,
 * attempts that failed among it: they may have left something behind.
 */
function since(
  item: IndexedDeployment,
  timeline: readonly IndexedDeployment[],
  target: number | undefined,
): IndexedDeployment[] | undefined {
  if (target === undefined || !inReachOf(item, timeline[target])) {
    return undefined;
  }
  const own = deployedIdentity(item.record);
  const others = timeline.slice(target + 1).filter(({ record }) => {
    const identity = deployedIdentity(record);
    return identity !== undefined && identity !== own;
  });
  return others.length > 0 ? others : undefined;
}

/** Where only its source says that it goes back: what ran before it. */
function asTold(item: IndexedDeployment): IndexedDeployment[] | undefined {
  const { record, previous, redeployOf } = item;
  if (!record.rollback || !previous || redeployOf) return undefined;
  return inReachOf(item, previous) ? [previous] : undefined;
}

/** What lies further back is not looked at, so that an answer does not hang on how much is loaded. */
function inReachOf(item: IndexedDeployment, earlier: IndexedDeployment) {
  return earlier.record.startedAt >= item.record.startedAt - claimReach;
}
