import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { chunk, groupBy } from 'lodash';
import { readInstant, writeInstant } from '../../database/instants';
import { PolicyRevisionRow } from '../../database/tables';
import { ClaimedOwner, claimOwners, releaseOwner } from './claimOwners';
import { readOwnersToTell, readRegressions } from './readRegressions';
import { FindCheck, Regression } from './Regression';
import { RegressionDigest, digestOf } from './RegressionDigest';
import { forgetTold, keepTold } from './toldRegressions';

/** So long has what turned to stand before a group is told: what flaps is back by then, and what turns together is told together. */
const SETTLED_MS = 5 * 60_000;

const MINUTE = 60_000;
const LONGEST_WAIT_MINUTES = 60;

/** Groups that are read and told at once. */
const AT_ONCE = 50;

const table = 'owner_digests';

/** Sends one digest; one that cannot be sent throws, and is sent later. */
export type SendDigest = (digest: RegressionDigest) => Promise<void>;

interface Options {
  database: Knex;
  /** How long a group is left alone after it was told. */
  quietMs: number;
  /** Looks up checks of the policy in force. */
  readChecks(): Promise<FindCheck>;
  send: SendDigest;
}

interface Run {
  now: number;
  lease: string;
  findCheck: FindCheck;
  revisions: number[];
}

/** What became of one run. */
export interface Told {
  owners: number;
  failed: number;
  because?: string;
}

/**
 * Tells groups in one digest of what turned to fail and which levels fell. Run
 * it as often and on as many replicas as you like: a group is told by one that
 * holds its lease, and what was told is kept.
 */
export class RegressionDigests {
  static create(options: Options): RegressionDigests {
    return new RegressionDigests(options);
  }

  private constructor(private readonly options: Options) {}

  /** Tells how many groups were told, and of how many telling failed and why the first time. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<Told> {
    const { database } = this.options;
    const { now, signal } = given;
    await forgetTold(database);
    const owners = await readOwnersToTell(database, {
      now,
      settledBy: writeInstant(now - SETTLED_MS),
    });
    const told: Told = { owners: 0, failed: 0 };
    if (owners.length === 0) return told;
    const run: Run = {
      now,
      lease: randomUUID(),
      findCheck: await this.options.readChecks(),
      revisions: await this.readRevisions(),
    };
    for (const some of chunk(owners, AT_ONCE)) {
      signal?.throwIfAborted();
      await this.tellSome(some, run, told);
    }
    return told;
  }

  private async readRevisions(): Promise<number[]> {
    const newest = await this.options
      .database<PolicyRevisionRow>('policy_revisions')
      .orderBy('in_force_from', 'desc')
      .limit(100)
      .select('in_force_from');
    return newest.map(row => readInstant(row.in_force_from));
  }

  private async tellSome(
    owners: readonly string[],
    run: Run,
    told: Told,
  ): Promise<void> {
    const { database } = this.options;
    const { now, lease } = run;
    const claimed = await claimOwners(database, {
      ...{ table, owners, lease, now },
    });
    const regressions = groupBy(
      await readRegressions(database, {
        now,
        owners: claimed.map(({ owner }) => owner),
      }),
      one => one.owner,
    );
    for (const claim of claimed) {
      try {
        const sent = await this.tell(
          claim,
          regressions[claim.owner] ?? [],
          run,
        );
        if (sent) told.owners += 1;
      } catch (error) {
        told.failed += 1;
        told.because ??= error instanceof Error ? error.message : `${error}`;
        const attempts = claim.attempts + 1;
        const wait = Math.min(LONGEST_WAIT_MINUTES, 2 ** claim.attempts);
        const result = { attempts, due_at: writeInstant(now + wait * MINUTE) };
        await releaseOwner(database, { table, ...claim, lease, result });
      }
    }
  }

  private async tell(
    claim: ClaimedOwner,
    regressions: readonly Regression[],
    run: Run,
  ): Promise<boolean> {
    const { database, send, quietMs } = this.options;
    const round = claim.sentAt ?? 0;
    const digest = digestOf(regressions, { ...claim, ...run, round });
    if (digest) await send(digest);
    const { now, lease } = run;
    const sent = digest && {
      sent_at: writeInstant(now),
      due_at: writeInstant(now + quietMs),
    };
    const result = { attempts: 0, ...sent };
    await database.transaction(async trx => {
      if (regressions.length > 0) await keepTold(trx, regressions, now);
      await releaseOwner(trx, { table, ...claim, lease, result });
    });
    return digest !== undefined;
  }
}
