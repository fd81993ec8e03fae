import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { PolicyReplicaRow } from '../../database/tables';
import { findRevision } from './findRevision';

/** A replica says at most so often that it is there, and looks who else is; milliseconds. */
const LOOK_MS = 20_000;

/** One that was not seen for so long is gone, or for three looks at policy where that is longer: 90 s by default. */
const GONE_MS = 60_000;

/**
 * This replica among those that read policy. The policy in force is that of the
 * replica that started last or whose files changed last; when that one is gone,
 * as one of an earlier version is that started anew while others were replaced,
 * the policy of the replica that started last of those left comes back.
 */
export class PolicyReplica {
  readonly id = randomUUID();
  private readonly goneMs: number;
  private startedAt?: number;
  private lookedAt = -Infinity;

  /** `everyMs`: between two looks at policy. */
  constructor({ everyMs }: { everyMs: number }) {
    this.goneMs = Math.max(GONE_MS, 3 * everyMs);
  }

  /**
   * Says that this replica is there. True where who brought the policy in force
   * in is gone, and this one is to bring its own in; looked for every 20 s.
   */
  async isHeir(knex: Knex, now: number): Promise<boolean> {
    if (now - this.lookedAt < LOOK_MS) return false;
    this.lookedAt = now;
    await this.sayThatThere(knex, now);
    const newest = await findRevision(knex, {});
    const there = await this.readThere(knex, now);
    return (
      newest !== undefined &&
      !there.some(({ replica }) => replica === newest.replica) &&
      there[0]?.replica === this.id
    );
  }

  private async sayThatThere(knex: Knex, now: number): Promise<void> {
    this.startedAt ??= now;
    await knex<PolicyReplicaRow>('policy_replicas')
      .insert({
        replica: this.id,
        started_at: writeInstant(this.startedAt),
        seen_at: writeInstant(now),
      })
      .onConflict('replica')
      .merge(['seen_at']);
  }

  /** Those that are there, the one that started last first; others are forgotten. */
  private async readThere(knex: Knex, now: number) {
    const rows: PolicyReplicaRow[] = await knex<PolicyReplicaRow>(
      'policy_replicas',
    )
      .orderBy([{ column: 'started_at', order: 'desc' }, { column: 'replica' }])
      .select();
    const isThere = (row: PolicyReplicaRow) =>
      now - readInstant(row.seen_at) <= this.goneMs;
    if (!rows.every(isThere)) {
      await knex<PolicyReplicaRow>('policy_replicas')
        .where('seen_at', '<', writeInstant(now - this.goneMs))
        .delete();
    }
    return rows.filter(isThere);
  }
}
