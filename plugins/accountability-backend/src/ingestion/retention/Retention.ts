import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import {
  forgetContributors,
  pruneAuthorship,
  pruneBills,
  pruneRecords,
} from '../../records';
import { readLastReceived } from '../health/readLastReceived';
import { pruneDeliveries } from './pruneDeliveries';
import { pruneDeliveryBodies } from './pruneDeliveryBodies';

/** How long things are kept, milliseconds; absent is for good. */
export interface RetentionSettings {
  /** Bodies of deliveries, for replay. */
  bodies: number;
  /** Deliveries without their bodies, which know one that comes again. */
  deliveries?: number;
  /** Records that ended, with their events. */
  records?: number;
  /** Keys of contributors in changes that ended. */
  contributors: number;
}

/** Source hours are compared over five weeks and shown over two days. */
const HOURS_KEPT_MS = 60 * 24 * 60 * 60 * 1000;

/** Who worked on what is told of for a year and a half. */
const AUTHORSHIP_KEPT_MS = 600 * 24 * 60 * 60 * 1000;

/** So long a bill that no record has any more is kept: its service may well upload it again. */
const BILLS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What one run took away, in rows. */
export interface Pruned {
  bodies: number;
  deliveries: number;
  records: number;
  /** Changes that name no contributor any more. */
  forgotten: number;
}

interface RetentionOptions {
  database: Knex;
  settings: RetentionSettings;
  logger: LoggerService;
}

/** Prunes what is kept no longer, in small batches without long locks. Idempotent; meant for one replica at a time. */
export class Retention {
  static create(options: RetentionOptions): Retention {
    return new Retention(options);
  }

  private constructor(private readonly options: RetentionOptions) {}

  /** Prunes as of `now` (epoch milliseconds), and says how much. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<Pruned> {
    const { database, settings, logger } = this.options;
    const { now, signal } = given;
    const before = (kept: number | undefined) =>
      kept === undefined ? undefined : now - kept;
    const counts: Pruned = {
      bodies: 0,
      deliveries: 0,
      records: 0,
      forgotten: 0,
    };
    const deliveries = before(settings.deliveries);
    for (const source of (await readLastReceived(database)).keys()) {
      counts.bodies += await pruneDeliveryBodies(database, {
        source,
        before: now - settings.bodies,
        signal,
      });
      if (deliveries === undefined) continue;
      counts.deliveries += await pruneDeliveries(database, {
        source,
        before: deliveries,
        signal,
      });
    }
    const records = before(settings.records);
    if (records !== undefined) {
      counts.records = await pruneRecords(database, {
        before: records,
        signal,
      });
    }
    counts.forgotten = await forgetContributors(database, {
      before: now - settings.contributors,
      signal,
    });
    await pruneAuthorship(database, {
      before: now - AUTHORSHIP_KEPT_MS,
      signal,
    });
    await pruneBills(database, { before: now - BILLS_KEPT_MS, signal });
    await database('source_hours')
      .where('hour', '<', writeInstant(now - HOURS_KEPT_MS))
      .delete();
    if (Object.values(counts).some(count => count > 0)) {
      logger.info(
        `Pruned ${counts.bodies} bodies, ${counts.deliveries} deliveries and ${counts.records} records, and took contributors out of ${counts.forgotten} changes`,
      );
    }
    return counts;
  }
}
