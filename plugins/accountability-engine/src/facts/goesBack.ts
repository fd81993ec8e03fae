import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { ran } from '../delivery';
import { DAY } from '../time';
import { FactContext } from './defineFact';

/** What ran before is looked for so far back, as attribution does. */
const reach = 90 * DAY;

/**
 * Whether a deployment is a rollback: its source says so, or it deploys again
 * what got through earlier, with an attempt at something else in between.
 */
export function goesBack(
  deployment: DeploymentRecord,
  { records }: FactContext,
): boolean {
  if (deployment.rollback) return true;
  const identity = deployedIdentity(deployment);
  if (!identity) return false;
  const before = records.deployment.slice(
    0,
    records.deployment.indexOf(deployment),
  );
  const isSame = (one: DeploymentRecord) => deployedIdentity(one) === identity;
  const last = before.findLastIndex(
    one =>
      one.environment === deployment.environment && ran(one) && isSame(one),
  );
  if (last < 0) return false;
  if (before[last].startedAt < deployment.startedAt - reach) return false;
  return before
    .slice(last + 1)
    .some(
      one =>
        one.environment === deployment.environment &&
        couldReach(one) &&
        deployedIdentity(one) !== undefined &&
        !isSame(one),
    );
}

/** Whether it may have left something behind. */
function couldReach({ state, result }: DeploymentRecord): boolean {
  return state !== 'pending' && result !== 'cancellation' && result !== 'skip';
}
