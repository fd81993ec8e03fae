import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { KeyOf } from '../../database/createKeyOf';
import { writeInstant } from '../../database/instants';
import { ReplayRow } from '../../database/tables';
import { Replaced, replaceDeliveryEvents } from '../../records';
import { genericSource } from '../generic/genericSource';
import { rereadDelivery } from '../rereadDelivery';
import { DeliverySinks } from '../VerifiedDelivery';
import { claimReplay, holdReplay } from './claimReplay';
import { readBatch } from './readBatch';
import { writeVerdicts } from './writeVerdicts';

interface ReplayerOptions {
  database: Knex;
  sources: readonly DeliverySource[];
  sinks: Pick<
    DeliverySinks,
    'writeOwnerChanges' | 'markSubjectsDue' | 'markDue'
  >;
  keyOf: KeyOf;
  logger: LoggerService;
  /** Called after events of deliveries changed the records. */
  onApplied(): void;
  /** Epoch milliseconds; for tests. */
  now?(): number;
}

/** A batch that fails is tried so often before the replay is given up. */
const MOST_ATTEMPTS = 5;
const RETRY_MS = 10_000;

/**
 * Reads stored deliveries again with the collectors of today, batch by batch,
 * each in one transaction with the bookmark. Any replica goes on where another
 * one stopped; reading a delivery twice changes nothing.
 */
export class Replayer {
  static create(options: ReplayerOptions): Replayer {
    return new Replayer(options);
  }

  private readonly sources: ReadonlyMap<string, DeliverySource>;

  private constructor(private readonly options: ReplayerOptions) {
    this.sources = new Map(
      [genericSource, ...options.sources].map(source => [source.id, source]),
    );
  }

  /** Works until no replay waits or the signal is given. */
  async run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const { database } = this.options;
    while (!signal?.aborted) {
      const lease = randomUUID();
      const replay = await claimReplay(database, { now: this.now(), lease });
      if (!replay) return;
      await this.replay(replay, { lease, signal });
    }
  }

  private async replay(
    replay: ReplayRow,
    { lease, signal }: { lease: string; signal?: AbortSignal },
  ): Promise<void> {
    const source = this.sources.get(replay.source);
    if (!source) {
      const trouble = `The source ${replay.source} is off; switch it on and ask again`;
      await this.end(replay.id, { status: 'failed', trouble });
      return;
    }
    try {
      let bookmark = replay.bookmark;
      while (!signal?.aborted) {
        const next = await this.readOn({ ...replay, bookmark }, lease, source);
        if (next === undefined) return;
        bookmark = next;
      }
      await this.release(replay.id);
    } catch (error) {
      await this.fail(replay, error);
    }
  }

  /** Reads one batch and gives the new bookmark; undefined where the replay has ended. */
  private async readOn(
    replay: ReplayRow,
    lease: string,
    source: DeliverySource,
  ): Promise<string | undefined> {
    const { database, onApplied, keyOf } = this.options;
    const { id } = replay;
    const outcome = await database.transaction(async trx => {
      const isHeld = await holdReplay(trx, { id, lease, now: this.now() });
      if (!isHeld) return undefined;
      const rows = await readBatch(trx, replay);
      const read = rows.map(row => rereadDelivery(source, row, keyOf));
      const replaced = await this.apply(trx, read);
      await writeVerdicts(trx, read);
      const bookmark = rows[rows.length - 1]?.id;
      await progress(trx, { id, bookmark, read: rows.length, replaced });
      return { bookmark, replaced };
    });
    if (outcome && outcome.replaced.subjects.length > 0) onApplied();
    if (outcome && outcome.bookmark === undefined) {
      await this.end(id, { status: 'done', trouble: null });
    }
    return outcome?.bookmark;
  }

  private async apply(
    trx: Knex,
    read: readonly ReturnType<typeof rereadDelivery>[],
  ): Promise<Replaced> {
    const { sinks } = this.options;
    const dueAt = this.now();
    const replaced = await replaceDeliveryEvents(
      trx,
      read.map(({ id, receivedAt, collected }) => ({
        deliveryId: id,
        receivedAt,
        events: collected.status === 'accepted' ? collected.events : [],
      })),
    );
    const { subjects, earliestAt: restateFrom } = replaced;
    if (subjects.length > 0) {
      await sinks.markSubjectsDue(trx, { subjects, dueAt, restateFrom });
    }
    const changes = read.flatMap(({ collected }) =>
      collected.status === 'accepted' ? collected.ownerChanges ?? [] : [],
    );
    if (changes.length > 0) {
      const { entityRefs } = await sinks.writeOwnerChanges(trx, {
        changes,
        origin: 'import',
      });
      await sinks.markDue(trx, { entityRefs, dueAt });
    }
    return replaced;
  }

  private async fail(replay: ReplayRow, error: unknown): Promise<void> {
    const fault = error instanceof Error ? error : new Error(String(error));
    this.options.logger.error(`Replay ${replay.id} stumbled`, fault);
    const trouble = fault.message.slice(0, 500);
    if (replay.attempts + 1 >= MOST_ATTEMPTS) {
      await this.end(replay.id, { status: 'failed', trouble });
      return;
    }
    await this.options
      .database<ReplayRow>('replays')
      .where({ id: replay.id })
      .update({
        attempts: replay.attempts + 1,
        trouble,
        leased_until: writeInstant(this.now() + RETRY_MS),
      });
  }

  private async end(
    id: string,
    ending: { status: 'done' | 'failed'; trouble: string | null },
  ): Promise<void> {
    await this.options
      .database<ReplayRow>('replays')
      .where({ id, status: 'running' })
      .update({ ...ending, ended_at: writeInstant(this.now()) });
  }

  private async release(id: string): Promise<void> {
    await this.options
      .database<ReplayRow>('replays')
      .where({ id })
      .update({ leased_until: null });
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

/** Adds a batch to what a replay has done. */
async function progress(
  trx: Knex,
  given: { id: string; bookmark?: string; read: number; replaced: Replaced },
): Promise<void> {
  const { id, bookmark, read, replaced } = given;
  if (bookmark === undefined) return;
  await trx<ReplayRow>('replays')
    .where({ id })
    .update({
      bookmark,
      attempts: 0,
      trouble: null,
      read: trx.raw('?? + ?', ['read', read]),
      changed: trx.raw('?? + ?', ['changed', replaced.changed.size]),
      events_added: trx.raw('?? + ?', ['events_added', replaced.added]),
      events_removed: trx.raw('?? + ?', ['events_removed', replaced.removed]),
    });
}
