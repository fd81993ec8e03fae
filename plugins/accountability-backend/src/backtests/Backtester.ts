import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { FactType } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { BacktestRow } from '../database/tables';
import { claimBacktest, holdBacktest } from './claimBacktest';
import { compileCandidate } from './compileCandidate';
import { runBacktest } from './runBacktest';

interface BacktesterOptions {
  database: Knex;
  /** Facts that there are. */
  facts: readonly FactType[];
  logger: LoggerService;
  /** The backend shuts down. */
  stop?: AbortSignal;
  now?(): number;
}

/** One that ends its process so often is given up. */
const MOST_ATTEMPTS = 3;
const RETRY_MS = 10_000;

type Ending = Partial<
  Pick<BacktestRow, 'because' | 'report' | 'attempts' | 'leased_until'>
> & { state: string };

/**
 * Runs the candidates that wait, one after the other. Any number of replicas
 * may: a claim is a lease in the database, and what a crash left is begun
 * again from the start, as nothing is written before the end.
 */
export class Backtester {
  static create(options: BacktesterOptions): Backtester {
    return new Backtester(options);
  }

  /** This replica is at it. */
  private running?: Promise<void>;

  private constructor(private readonly options: BacktesterOptions) {}

  /** Has what waits run at once, without waiting for it. */
  wake(): void {
    this.run().catch(error =>
      this.options.logger.error(
        'Backtests stopped, and go on at their next time',
        asError(error),
      ),
    );
  }

  /** Works until none waits or the signal is given; one at a time of this replica. */
  run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    this.running ??= this.work(signal).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async work(signal?: AbortSignal): Promise<void> {
    const { database, stop } = this.options;
    const signals = [signal, stop].filter(one => one !== undefined);
    const either = AbortSignal.any(signals);
    while (!either.aborted) {
      const lease = randomUUID();
      const row = await claimBacktest(database, { now: this.now(), lease });
      if (!row) return;
      await this.runOne({ ...row, lease }, either);
    }
  }

  private async runOne(
    row: BacktestRow & { lease: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { database, facts, logger } = this.options;
    const { id, lease, attempts } = row;
    if (attempts > MOST_ATTEMPTS) {
      const because = `It was begun ${MOST_ATTEMPTS} times and never came to its end; ask again with fewer checks or fewer days`;
      await this.end(row, { state: 'failed', because });
      return;
    }
    try {
      const compiled = compileCandidate(row.policy, facts);
      if (!compiled.ok) {
        await this.end(row, { state: 'failed', because: compiled.because });
        return;
      }
      const report = await runBacktest(database, {
        candidate: compiled.candidate,
        facts,
        days: row.days,
        now: this.now(),
        goOn: async progress =>
          !signal.aborted &&
          holdBacktest(database, { id, lease, now: this.now(), ...progress }),
      });
      // Another replica goes on at once with what this one must leave.
      await this.end(
        row,
        report
          ? { state: 'done', report: JSON.stringify(report) }
          : { state: 'waiting', attempts: attempts - 1 },
      );
    } catch (error) {
      logger.error(`Backtest ${id} stumbled`, asError(error));
      await this.end(row, endingOf(attempts, this.now()));
    }
  }

  /** Lets go of it; where the lease was lost, it is not ours to say. */
  private async end(
    { id, lease }: { id: string; lease: string },
    ending: Ending,
  ): Promise<void> {
    await this.options
      .database<BacktestRow>('backtests')
      .where({ id, lease, state: 'running' })
      .update({ lease: null, leased_until: null, ...ending });
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

function endingOf(attempts: number, now: number): Ending {
  return attempts < MOST_ATTEMPTS
    ? { state: 'running', leased_until: writeInstant(now + RETRY_MS) }
    : {
        state: 'failed',
        because: `It stumbled ${MOST_ATTEMPTS} times; the log of the backend says over what`,
      };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
