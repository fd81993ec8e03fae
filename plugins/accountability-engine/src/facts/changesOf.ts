import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { DAY, nextWindowChange } from '../time';
import { countedCharges } from './countedCharges';
import { FactContext } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';

/** So far before the window a change is known to have been deployed already; a bound, so that the answer does not depend on how much history happens to be loaded. */
const memory = 90 * DAY;

/** A change in an environment: all deployments of one commit (else version, else artifact). */
export interface DeployedChange {
  /** Those that reached it, oldest first. */
  deployments: DeploymentRecord[];
}

/** All that reached the environment of one identity, and when it first did so as a change. */
interface Gathered extends DeployedChange {
  reachedAt: number;
  /** When each did, in the order of `deployments`. */
  instants: number[];
}

/**
 * The changes that first reached the environment in the window. A deployment of
 * what was deployed before, and a rollback, is no other change. One that failed
 * reached it only if something is charged to it; else it is a failure of the
 * pipeline.
 */
export function changesOf(context: FactContext): DeployedChange[] {
  const { window } = context;
  return gather(context).filter(({ reachedAt }) => reachedAt >= window.from);
}

/** When time alone makes a deployment of what is long known a change, or takes a rollback from before the window out of one: it was too long ago. */
export function nextForgotten(context: FactContext): number | undefined {
  const { window } = context;
  const remembered = { from: window.from - memory, to: window.to };
  const repeated = gather(context).filter(
    ({ instants }) =>
      instants.some(at => at < window.from) &&
      instants.some(at => at >= window.from),
  );
  return nextWindowChange(
    remembered,
    repeated.flatMap(({ instants }) => instants),
  );
}

function gather(context: FactContext): Gathered[] {
  const { window, environment, records } = context;
  const changes = new Map<string, Gathered>();
  for (const deployment of records.deployment) {
    const at = finishedIn(deployment, environment);
    if (at === undefined || at < window.from - memory || at >= window.to) {
      continue;
    }
    if (
      !gotThrough(deployment) &&
      countedCharges(deployment, context).length === 0
    ) {
      continue;
    }
    const key = deployedIdentity(deployment) ?? `record ${deployment.id}`;
    const change: Gathered = changes.get(key) ?? {
      deployments: [],
      reachedAt: Infinity,
      instants: [],
    };
    change.deployments.push(deployment);
    change.instants.push(at);
    if (!deployment.rollback) {
      change.reachedAt = Math.min(change.reachedAt, at);
    }
    changes.set(key, change);
  }
  return [...changes.values()].filter(({ reachedAt }) => reachedAt < window.to);
}
