import { randomUUID } from 'crypto';
import { setTimeout as sleep } from 'timers/promises';
import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import {
  FactDefinition,
  ReportedFact,
} from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { PolicyStore } from './policy/PolicyStore';
import { Claim } from './queue/Claim';
import { claimDue } from './queue/claimDue';
import { finishClaims, retryAt } from './queue/finishClaims';
import { BatchResult, assessBatch } from './work/assessBatch';
import { turnPools } from './work/pools/turnPools';
import { JudgeSettings } from './work/JudgeSettings';
import { Turned } from './work/Turned';
import { QuietSource } from './work/quietKindsOf';
import { Rejudger } from './rejudge/Rejudger';
import { WorkObserver, unobserved } from './WorkObserver';

interface WorkerOptions {
  database: DatabaseService;
  policy: Pick<PolicyStore, 'current'>;
  facts: readonly FactDefinition[];
  /** Facts that others measure; none where absent. */
  reportedFacts?: readonly ReportedFact[];
  /** Whom rules of other engines are asked of; none where absent. */
  engines?: readonly AskedEngine[];
  settings: JudgeSettings;
  /** Sources that were regular and have gone quiet; none where absent. */
  readQuietSources?(knex: Knex): Promise<QuietSource[]>;
  /** Told after the commit of services of which something else is said now; must not throw. */
  onTurned?(turned: readonly Turned[]): void;
  /** Measures the work; nobody does where absent. */
  observer?: WorkObserver;
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

/** Due services between two batches that a new policy judges: those of deliveries wait for no more than a batch. */
const batchBetween = 20;

/** While it is woken again and again, a worker looks this often for services that an earlier policy judged; milliseconds. */
const LOOK_MS = 1000;

/**
 * Assesses services that are due, batch by batch. Any number of workers may
 * run on any number of replicas: a claim is a lease in the database, and a
 * crash gives it back.
 */
export class AssessmentWorker {
  static create(options: WorkerOptions): AssessmentWorker {
    return new AssessmentWorker(options);
  }

  private readonly rejudger: Rejudger;
  private running = false;
  private again = false;
  /** When it last found that no service is behind the policy in force. */
  private settledAt = -Infinity;

  private constructor(private readonly options: WorkerOptions) {
    this.rejudger = Rejudger.create(options);
  }

  /**
   * Works until nothing is due and every service is judged by the policy in
   * force, or the signal is given, and says how many services were taken.
   * `now` fixes the clock. Unless `look` is false, it looks for services that
   * an earlier policy judged.
   */
  async drain(
    options: { signal?: AbortSignal; now?: number; look?: boolean } = {},
  ): Promise<{ taken: number }> {
    const knex = await this.options.database.getClient();
    const clock = this.options.now ?? Date.now;
    let taken = 0;
    let behind = options.look ?? true;
    while (!options.signal?.aborted && !this.options.signal?.aborted) {
      const now = options.now ?? clock();
      if (behind) {
        const judged = await this.judgeSome(knex, now);
        behind = judged > 0;
        taken += judged;
      }
      await turnPools(knex, { facts: this.options.facts, now });
      const lease = randomUUID();
      const claims = await claimDue(knex, {
        now,
        lease,
        limit: behind ? batchBetween : batchSize,
      });
      if (claims.length === 0 && !behind) break;
      taken += claims.length;
      for (const part of isolateTroubled(claims)) {
        await this.work(part, { lease, now });
      }
    }
    return { taken };
  }

  /** Starts a drain now, or another one after the one that runs. `policy`: there is a new one. Never throws. */
  wake({ policy = false } = {}): void {
    this.again = true;
    if (policy) this.settledAt = -Infinity;
    if (!this.running) void this.runWhileWoken();
  }

  private async runWhileWoken(): Promise<void> {
    this.running = true;
    try {
      while (this.again && !this.options.signal?.aborted) {
        this.again = false;
        const begun = performance.now();
        await this.drain({ look: begun - this.settledAt > LOOK_MS });
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

  /** What goes wrong must not keep due services from being assessed. */
  private async judgeSome(knex: Knex, now: number): Promise<number> {
    try {
      const { observer = unobserved } = this.options;
      const judged = await observer.working(
        { work: 'judge', services: 0 },
        () => this.rejudger.judgeSome(knex, { now }),
        done => ({ done, failed: 0 }),
      );
      if (judged === 0) this.settledAt = performance.now();
      return judged;
    } catch (error) {
      this.options.logger.error('Judging anew failed', asError(error));
      return 0;
    }
  }

  private async work(
    claims: readonly Claim[],
    { lease, now }: { lease: string; now: number },
  ): Promise<void> {
    const { database, facts, settings, policy, logger } = this.options;
    const { observer = unobserved } = this.options;
    const { readQuietSources, onTurned, reportedFacts, engines } = this.options;
    const knex = await database.getClient();
    try {
      const judgement = {
        facts,
        reportedFacts,
        engines,
        settings,
        policy: await policy.current(),
        quiet: await readQuietSources?.(knex),
      };
      const { troubles, turned } = await observer.working(
        { work: 'assess', services: claims.length },
        () => assessBatch(knex, { claims, lease, now, judgement }),
        result => countsOf(claims, result),
      );
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

function countsOf(claims: readonly Claim[], { troubles }: BatchResult) {
  const failed = troubles.length;
  return { done: claims.length - failed, failed };
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
