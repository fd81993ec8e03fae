import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { DeliverySource, Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { KeyOf } from '../../database/createKeyOf';
import { VerifiedDelivery } from '../VerifiedDelivery';

/** What polling needs; `plugin.ts` hands it in. */
export interface PollRunnerOptions {
  knex: Knex;
  pollers: readonly Poller[];
  sources: readonly DeliverySource[];
  /** Subjects of services that begin so, each once. */
  subjectsOf(prefix: string): Promise<string[]>;
  /** Stores deliveries, 500 at most; resolves after the commit, in the order given. */
  store(deliveries: readonly VerifiedDelivery[]): Promise<DeliveryResponse[]>;
  keyOf: KeyOf;
  logger: LoggerService;
  /** Epoch milliseconds. */
  now(): number;
  /** Pages of one source in one run; 200 where absent. */
  mostPages?: number;
}
