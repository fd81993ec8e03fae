import {
  Attribution,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { ForeignCharge } from './assessTypes';
import { Charge } from './facts/defineFact';

/**
 * What the deployments of a service are charged with, by record id: incidents
 * of its own, and those of other services. An incident of its own that is
 * charged to another service is not among them.
 */
export function chargesOf(
  attributions: ReadonlyMap<string, Attribution>,
  given: {
    now: number;
    records: { incident: readonly IncidentRecord[] };
    foreignCharges?: readonly ForeignCharge[];
  },
): Map<string, Charge[]> {
  const charges = new Map<string, Charge[]>();
  const add = (cause: string, charge: Charge) => {
    const known = charges.get(cause);
    if (known) known.push(charge);
    else charges.set(cause, [charge]);
  };
  for (const incident of given.records.incident) {
    const attribution = attributions.get(incident.id);
    const { cause, causeService } = attribution ?? {};
    if (attribution && cause && !causeService)
      add(cause, { attribution, incident });
  }
  for (const charge of given.foreignCharges ?? []) {
    const { cause } = charge.attribution;
    if (cause && charge.incident.startedAt <= given.now) add(cause, charge);
  }
  return charges;
}
