import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { writeInstant } from '../../database/instants';
import {
  ClaimedOwner,
  claimOwners,
  releaseOwner,
} from '../regressions/claimOwners';
import { hasNews, WeeklyDigest } from './WeeklyDigest';
import { readWeeklyOwners, WeeklyOwner } from './readWeeklyOwners';
import { weekStart } from './weekStart';

const table = 'weekly_digests';
const MINUTE = 60_000;
const LONGEST_WAIT_MINUTES = 60;

/** A week is told within a day of its begin: what comes on a Thursday is no help any more. */
const TOLD_WITHIN_MS = 24 * 60 * MINUTE;

/** Groups that are claimed at once: so many are told within a lease. */
const AT_ONCE = 20;

/** Reads what a group is told of the seven days before an instant, whether or not there is news. */
export type GatherWeek = (
  owner: string,
  at: number,
) => Promise<Omit<WeeklyDigest, 'owner' | 'at'>>;

/** Sends one digest; one that cannot be sent throws, and is sent later. */
export type SendWeekly = (digest: WeeklyDigest) => Promise<void>;

interface Options {
  database: Knex;
  gather: GatherWeek;
  send: SendWeekly;
}

/** What became of one run. */
interface Told {
  owners: number;
  failed: number;
  because?: string;
}

/** A group whose week begins, see `weekStart`. */
type Begun = WeeklyOwner & ReturnType<typeof weekStart>;

/**
 * Tells groups their week, once, on Monday at 08:00 by their own clocks. Run
 * it as often and on as many replicas as you like: a group is told by one that
 * holds its lease, and that it was told is kept.
 */
export class WeeklyDigests {
  constructor(private readonly options: Options) {}

  /** Tells how many groups were told, and of how many telling failed and why the first time. */
  async run(given: { now: number; signal?: AbortSignal }): Promise<Told> {
    const { now, signal } = given;
    const told: Told = { owners: 0, failed: 0 };
    const lease = randomUUID();
    for (const some of chunk(await this.begun(now), AT_ONCE)) {
      const claimed = await claimOwners(this.options.database, {
        ...{ table, lease, now },
        owners: some.map(({ owner }) => owner),
      });
      for (const claim of claimed) {
        signal?.throwIfAborted();
        const week = some.find(({ owner }) => owner === claim.owner);
        if (week) await this.tell({ claim, week, lease, now }, told);
      }
    }
    return told;
  }

  /** Groups whose week began within a day and that were not told it. */
  private async begun(now: number): Promise<Begun[]> {
    const { database } = this.options;
    const owners = await readWeeklyOwners(database);
    const begun = owners
      .map(owner => ({ ...owner, ...weekStart(now, owner.zone) }))
      .filter(({ at }) => at <= now && now < at + TOLD_WITHIN_MS);
    if (begun.length === 0) return [];
    const waiting: string[] = await database(table)
      .where('due_at', '>', writeInstant(now))
      .pluck('owner_ref');
    const notDue = new Set(waiting);
    return begun.filter(({ owner }) => !notDue.has(owner));
  }

  private async tell(
    run: { claim: ClaimedOwner; week: Begun; lease: string; now: number },
    told: Told,
  ): Promise<void> {
    const { database, gather, send } = this.options;
    const { claim, week, lease, now } = run;
    const { owner, attempts } = claim;
    const release = (result: Parameters<typeof releaseOwner>[1]['result']) =>
      releaseOwner(database, { table, owner, lease, result });
    try {
      const digest = await gather(owner, week.at);
      const isNews = hasNews(digest);
      if (isNews) await send({ owner, at: week.at, ...digest });
      await release({
        ...{ attempts: 0, due_at: writeInstant(week.next) },
        ...(isNews && { sent_at: writeInstant(now) }),
      });
      if (isNews) told.owners += 1;
    } catch (error) {
      told.failed += 1;
      told.because ??= error instanceof Error ? error.message : `${error}`;
      const wait = Math.min(LONGEST_WAIT_MINUTES, 2 ** attempts);
      await release({
        attempts: attempts + 1,
        due_at: writeInstant(now + wait * MINUTE),
      });
    }
  }
}
