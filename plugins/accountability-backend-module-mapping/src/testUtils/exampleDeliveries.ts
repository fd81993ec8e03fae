import { DeliverySource } from 'backstage-plugin-accountability-node';
import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { createMappedSource } from '../createMappedSource';
import { incidentIoDeliveries } from './incidentIoDeliveries';
import { octopusDeliveries } from './octopusDeliveries';
import { opsgenieDeliveries } from './opsgenieDeliveries';
import { ExampleMappingId, readExampleMapping } from './readExampleMapping';
import { statuspageDeliveries } from './statuspageDeliveries';

/** Deliveries of each example's sender. */
export const exampleDeliveriesOf: Readonly<
  Record<ExampleMappingId, ExampleDelivery[]>
> = {
  opsgenie: opsgenieDeliveries,
  'incident-io': incidentIoDeliveries,
  statuspage: statuspageDeliveries,
  octopus: octopusDeliveries,
};

/** Deliveries of the source `opsgenie`; those of the others are in `exampleDeliveriesOf`. */
export const exampleDeliveries = exampleDeliveriesOf.opsgenie;

/** The source of an example, with `exampleSecret` as its secret. */
export function createExampleSource(id: ExampleMappingId): DeliverySource {
  const made = createMappedSource(id, readExampleMapping(id));
  if (!made.ok) throw new Error(made.because);
  return made.source;
}
