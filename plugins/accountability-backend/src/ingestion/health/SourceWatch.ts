import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../../database/instants';
import { IntakeBeatRow, SourceStateRow } from '../../database/tables';
import { findGap, Gap } from './findGap';
import { readHours } from './readHours';

const FIVE_WEEKS_MS = 35 * 24 * 60 * 60 * 1000;
/** Without a beat for so long nobody was listening; restarts of a rollout take less. */
const LONGEST_PAUSE_MS = 5 * 60 * 1000;

interface WatchOptions {
  database: Knex;
  /** Called in the transaction that says so, when sources went quiet or came back. */
  onChanged(trx: Knex, sources: readonly string[]): Promise<void>;
}

/** Watches for sources that were regular and went quiet. Idempotent; meant for one replica at a time. */
export class SourceWatch {
  static create(options: WatchOptions): SourceWatch {
    return new SourceWatch(options);
  }

  private constructor(private readonly options: WatchOptions) {}

  /** Looks at every source at `now` (epoch milliseconds). */
  async run({ now }: { now: number }): Promise<void> {
    const { database } = this.options;
    const listeningSince = await beat(database, now);
    const hours = await readHours(database, { from: now - FIVE_WEEKS_MS });
    const states: SourceStateRow[] = await database('source_states').orderBy(
      'source',
    );
    const changed = states.flatMap(({ source, ...state }) => {
      const heardAt = readOptionalInstant(state.heard_at);
      if (heardAt === undefined) return [];
      const gap = findGap({
        now,
        lastReceivedAt: heardAt,
        listeningSince,
        hours: hours.filter(each => each.source === source),
      });
      const wasQuiet = readOptionalInstant(state.quiet_since) !== undefined;
      return wasQuiet || gap ? [{ source, gap, wasQuiet }] : [];
    });
    if (changed.length > 0) await this.store(changed);
  }

  private async store(
    found: readonly { source: string; gap?: Gap; wasQuiet: boolean }[],
  ): Promise<void> {
    const { database, onChanged } = this.options;
    await database.transaction(async trx => {
      for (const { source, gap } of found) {
        await trx('source_states')
          .insert({
            source,
            quiet_since: gap ? writeInstant(gap.since) : null,
            quiet_because: gap?.because ?? null,
          })
          .onConflict('source')
          .merge();
      }
      const turned = found.filter(({ gap, wasQuiet }) => !gap === wasQuiet);
      if (turned.length > 0) {
        await onChanged(
          trx,
          turned.map(({ source }) => source),
        );
      }
    });
  }
}

/** Says that the intake listens, and gives since when it has without a pause. */
async function beat(knex: Knex, now: number): Promise<number> {
  const row = await knex<IntakeBeatRow>('intake_beat').first();
  const isPaused = !row || now - readInstant(row.beat_at) > LONGEST_PAUSE_MS;
  const since = isPaused ? now : readInstant(row.listening_since);
  await knex('intake_beat')
    .insert({
      id: 'intake',
      listening_since: writeInstant(since),
      beat_at: writeInstant(now),
    })
    .onConflict('id')
    .merge();
  return since;
}
