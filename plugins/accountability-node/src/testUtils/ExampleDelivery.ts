import { IncomingDelivery } from '../DeliverySource';

/**
 * A delivery as a source's sender makes it, without its signature. A source
 * module exports some from its `testUtils`; they are what its collectors, the
 * order of its deliveries and their mutations are tested with.
 */
export interface ExampleDelivery {
  /** What it tells of: `a job is queued`. */
  name: string;
  headers: IncomingDelivery['headers'];
  /** Sent as JSON where it is no text. */
  body: unknown;
}
