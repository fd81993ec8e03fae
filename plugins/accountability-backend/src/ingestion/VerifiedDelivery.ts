import { OwnerChange } from 'backstage-plugin-accountability-common';
import { Collected } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { DeliveredEvents } from '../records';

/** When what was delivered is to be assessed, in epoch milliseconds. */
export interface Due {
  dueAt: number;
  /** The earliest instant spoken of, where it lies on a day that is over. */
  restateFrom?: number;
}

/** Where the parts of deliveries go; `plugin.ts` ties them to their rooms. */
export interface DeliverySinks {
  writeRecordEvents(
    trx: Knex,
    parts: readonly DeliveredEvents[],
  ): Promise<{ subjects: string[] }>;
  writeOwnerChanges(
    trx: Knex,
    given: { changes: OwnerChange[]; origin: 'import' },
  ): Promise<{ entityRefs: string[] }>;
  markSubjectsDue(
    trx: Knex,
    given: Due & { subjects: string[] },
  ): Promise<unknown>;
  markDue(trx: Knex, given: Due & { entityRefs: string[] }): Promise<unknown>;
}

/** A delivery that was verified and read, to be stored. */
export interface VerifiedDelivery {
  source: string;
  id: string;
  dedupeKey: string;
  /** Epoch milliseconds, by our clock. */
  receivedAt: number;
  headers: Record<string, string>;
  body: Buffer;
  collected: Collected;
}
