import { burdens } from 'backstage-plugin-accountability-common';
import { Names } from './Names';
import { ServiceState } from './ServiceState';
import { statusOrder } from './statusOrder';

/** Number of counts of a service, or of many together. */
export const countSize = burdens.length * statusOrder.length;

/** How many results of each burden, in their order, have each status, in its order: counted when a service is read, so that they need only be added. */
export function countResults(
  results: ServiceState['results'],
  names: Names,
): Uint16Array {
  const counts = new Uint16Array(countSize);
  for (const { check, status } of results) {
    const burden = burdens.indexOf(names.nameOf(check).burden);
    counts[burden * statusOrder.length + status]++;
  }
  return counts;
}
