import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { byStart, ran } from '../delivery';
import { AttributionProfile } from './AttributionProfile';
import { IndexedDeployment } from './IndexedDeployment';
import { Peer } from './Peer';

type Of = Pick<IndexedDeployment, 'service' | 'ownerAt'>;

/**
 * Cancelled and skipped deployments, those not begun and those elsewhere break
 * nothing in production. Failed ones may: a rollout does harm before it ends.
 */
export function couldBreak(record: DeploymentRecord): boolean {
  const elsewhere = record.environment && record.environment !== 'production';
  const stopped = record.result === 'cancellation' || record.result === 'skip';
  return !elsewhere && !stopped && record.state !== 'pending';
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
    } else {
      item.undoes = undoneBy(
        item,
        timeline,
        identity && lastPlace.get(identity),
      );
    }
    const place = timeline.push(item) - 1;
    if (!ran(record)) continue;
    running = item;
    if (identity) lastPlace.set(identity, place);
  }
  return timeline;
}

/** All that began after what it goes back to; where only its source says that it goes back, the one before it. */
function undoneBy(
  item: IndexedDeployment,
  timeline: readonly IndexedDeployment[],
  target: number | '' | undefined,
): IndexedDeployment[] | undefined {
  if (typeof target === 'number') return timeline.slice(target + 1);
  return item.record.rollback && item.previous ? [item.previous] : undefined;
}
