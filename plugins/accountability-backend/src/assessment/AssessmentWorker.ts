import { randomUUID } from 'crypto';
import { setTimeout as sleep } from 'timers/promises';
import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { FactDefinition } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { PolicyStore } from './policy/PolicyStore';
import { Claim } from './queue/Claim';
import { claimDue } from './queue/claimDue';
import { finishClaims, retryAt } from './queue/finishClaims';
import { assessBatch } from './work/assessBatch';
import { turnPools } from './work/pools/turnPools';
import { JudgeSettings } from './work/JudgeSettings';
import { Turned } from './work/Turned';
import { QuietSource } from './work/quietKindsOf';

interface WorkerOptions {
  database: DatabaseService;
  policy: Pick<PolicyStore, 'current'>;
  facts: readonly FactDefinition[];
  settings: JudgeSettings;
  /** Sources that were regular and have gone quiet; none where absent. */
  readQuietSources?(knex: Knex): Promise<QuietSource[]>;
  /** Told after the commit of services of which something else is said now; must not throw. */
  onTurned?(turned: readonly Turned[]): void;
  logger: LoggerService;
  /** Ends every drain after the batch it is at: the backend shuts down. */
  signal?: AbortSignal;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** Between two drains that deliveries asked for: at one delivery after the other, assessing for each of them took most of the time. */
const LEAST_INTERVAL_MS = 25;

/** Services a worker takes at once. */
const batchSize = 100;

/**
 * Assesses services that are due, batch by batch. Any number of workers may
 * run on any number of replicas: a claim is a lease in the database, and a
 * crash gives it back.
 */
export class AssessmentWorker {
  static create(options: WorkerOptions): AssessmentWorker {
    return new AssessmentWorker(options);
  }

  private running = false;
  private again = false;

  private constructor(private readonly options: WorkerOptions) {}

  /**
   * Works until nothing is due or the signal is given, and says how many
   * services were taken. `now` fixes the clock.
   */
  async drain(
    options: { signal?: AbortSignal; now?: number } = {},
  ): Promise<{ taken: number }> {
    const knex = await this.options.database.getClient();
    const clock = this.options.now ?? Date.now;
    let taken = 0;
    while (!options.signal?.aborted && !this.options.signal?.aborted) {
      const now = options.now ?? clock();
      await turnPools(knex, { facts: this.options.facts, now });
      const lease = randomUUID();
      const claims = await claimDue(knex, { now, lease, limit: batchSize });
      if (claims.length === 0) break;
      taken += claims.length;
      for (const part of isolateTroubled(claims)) {
        await this.work(part, { lease, now });
      }
    }
    return { taken };
  }

  /** Starts a drain now, or another one after the one that runs. Never throws. */
  wake(): void {
    this.again = true;
    if (!this.running) void this.runWhileWoken();
  }

  private async runWhileWoken(): Promise<void> {
    this.running = true;
    try {
      while (this.again && !this.options.signal?.aborted) {
        this.again = false;
        const begun = performance.now();
        await this.drain();
        // Under load many deliveries are assessed together; the first of a burst does not wait.
        const rest = begun + LEAST_INTERVAL_MS - performance.now();
        if (rest > 0) await sleep(rest);
      }
    } catch (error) {
      this.options.logger.error(
        'Assessment stopped before its time',
        asError(error),
      );
    } finally {
      this.running = false;
    }
  }

  private async work(
    claims: readonly Claim[],
    { lease, now }: { lease: string; now: number },
  ): Promise<void> {
    const { database, facts, settings, policy, logger } = this.options;
    const { readQuietSources, onTurned } = this.options;
    const knex = await database.getClient();
    try {
      const { troubles, turned } = await assessBatch(knex, {
        claims,
        lease,
        now,
        judgement: {
          facts,
          settings,
          policy: await policy.current(),
          quiet: await readQuietSources?.(knex),
        },
      });
      for (const { claim, trouble } of troubles) {
        logger.warn(`Assessment of ${claim.entityRef} failed: ${trouble}`);
      }
      if (turned.length > 0) onTurned?.(turned);
    } catch (error) {
      // One service may have spoiled it for all: each is tried alone next time.
      const fault = asError(error);
      const trouble = fault.message;
      logger.error(`Assessment of ${claims.length} services failed`, fault);
      const finished = claims.map(claim => {
        return { claim, dueAt: retryAt(now, claim.attempts), trouble };
      });
      await finishClaims(knex, { lease, finished });
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Services that failed before are worked on alone, so that they fail alone. */
function isolateTroubled(claims: readonly Claim[]): Claim[][] {
  const sound = claims.filter(claim => claim.attempts === 0);
  const troubled = claims.filter(claim => claim.attempts > 0);
  return [...(sound.length ? [sound] : []), ...troubled.map(claim => [claim])];
}
