import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { couldReach, ran } from '../delivery';
import { DAY } from '../time';
import { FactContext } from './defineFact';
import { onceFor } from './onceFor';

const indexOf = onceFor(
  (all: readonly DeploymentRecord[]) => all,
  all => {
    const places = new Map(all.map((one, place) => [one, place]));
    const ranAt = new Map<string, number[]>();
    all.forEach((one, place) => {
      if (!ran(one)) return;
      const key = `${one.environment} ${deployedIdentity(one)}`;
      const known = ranAt.get(key);
      if (known) known.push(place);
      else ranAt.set(key, [place]);
    });
    return { places, ranAt };
  },
);

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
  const { places, ranAt } = indexOf(records.deployment);
  const place = places.get(deployment) ?? 0;
  const same = ranAt.get(`${deployment.environment} ${identity}`) ?? [];
  const last = same.findLast(at => at < place);
  if (last === undefined) return false;
  const all = records.deployment;
  if (all[last].startedAt < deployment.startedAt - reach) return false;
  return all
    .slice(last + 1, place)
    .some(
      one =>
        one.environment === deployment.environment &&
        couldReach(one) &&
        deployedIdentity(one) !== undefined &&
        deployedIdentity(one) !== identity,
    );
}
