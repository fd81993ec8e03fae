import {
  AttributionMethod,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { Charge, FactContext } from './defineFact';

/** Rungs that make a change a failed one, strongest first; what a dependency may have done is charged to nobody. */
export const countedMethods = [
  'explicit',
  'linked',
  'remediation',
  'temporal',
] as const satisfies readonly AttributionMethod[];

/** What a deployment is charged with by a rung that counts, incidents that were merged into others left out. */
export function countedCharges(
  { id }: DeploymentRecord,
  { charges }: Pick<FactContext, 'charges'>,
): Charge[] {
  const methods: readonly AttributionMethod[] = countedMethods;
  return (charges.get(id) ?? []).filter(
    ({ attribution, incident }) =>
      methods.includes(attribution.method) && !incident.mergedInto,
  );
}
