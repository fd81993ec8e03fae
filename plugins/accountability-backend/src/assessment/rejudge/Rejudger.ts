import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CompiledPolicy,
  FactDefinition,
  ReportedFact,
} from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { PolicyStore } from '../policy/PolicyStore';
import { readBehind } from '../policy/readBehind';
import { Turned } from '../work/Turned';
import { claimBehind } from './claimBehind';
import { finishRejudged } from './finishRejudged';
import { rejudgeBatch } from './rejudgeBatch';

interface RejudgerOptions {
  policy: Pick<PolicyStore, 'current'>;
  facts: readonly FactDefinition[];
  reportedFacts?: readonly ReportedFact[];
  engines?: readonly AskedEngine[];
  onTurned?(turned: readonly Turned[]): void;
  logger: LoggerService;
}

/** Services under a lease. */
interface Claimed {
  entityRefs: readonly string[];
  lease: string;
  now: number;
}

/**
 * Services judged at once, one batch after the other: with half as many a fifth
 * fewer were judged a second, and with two batches at a time a tenth more, but
 * pages took twice as long meanwhile (p95 60 instead of 33 ms).
 */
const BATCH = 50;

/**
 * Judges services anew that an earlier policy judged last, from their stored
 * facts. Any number of replicas may do so at once: a claim is a lease in the
 * database, and a crash gives it back.
 */
export class Rejudger {
  static create(options: RejudgerOptions): Rejudger {
    return new Rejudger(options);
  }

  /** Where this replica goes on; those before it were judged, or are held by others. */
  private after = '';

  private constructor(private readonly options: RejudgerOptions) {}

  /** Judges some that are behind, and says how many; 0 where none is. Throws where the database does. */
  async judgeSome(knex: Knex, { now }: { now: number }): Promise<number> {
    const claimed = await this.claim(knex, now);
    return claimed.entityRefs.length > 0 ? this.judge(knex, claimed) : 0;
  }

  private async claim(knex: Knex, now: number): Promise<Claimed> {
    const lease = randomUUID();
    const claim = (after: string) =>
      claimBehind(knex, { now, lease, after, limit: BATCH });
    let entityRefs = this.after === '' ? [] : await claim(this.after);
    // To find out that none is left, a claim reads all of them.
    if (entityRefs.length === 0 && (await readBehind(knex)) > 0) {
      entityRefs = await claim('');
    }
    this.after = entityRefs.length < BATCH ? '' : entityRefs.at(-1) ?? '';
    return { entityRefs, lease, now };
  }

  /** Gives claims back where the database fails. */
  private async judge(knex: Knex, claimed: Claimed): Promise<number> {
    const { entityRefs, lease } = claimed;
    try {
      await this.judgeClaimed(knex, claimed);
      return entityRefs.length;
    } catch (error) {
      const finished = entityRefs.map(entityRef => ({ entityRef }));
      await finishRejudged(knex, { lease, finished });
      throw error;
    }
  }

  private async judgeClaimed(knex: Knex, claimed: Claimed): Promise<void> {
    const { engines = [], onTurned, logger } = this.options;
    // Read once the lease is held: whoever judged them before did so by this policy or an earlier one.
    const policy = await this.options.policy.current();
    const { turned, troubles } = await rejudgeBatch(knex, {
      ...claimed,
      policy,
      wanted: this.wantedOf(policy),
      engines,
    });
    for (const [entityRef, trouble] of troubles) {
      logger.warn(`Judging ${entityRef} anew failed: ${trouble}`);
    }
    if (turned.length > 0) onTurned?.(turned);
  }

  /** Facts that the policy reads and that there are. */
  private wantedOf({ scorecards, gates }: CompiledPolicy): Set<string> {
    const { facts, reportedFacts = [] } = this.options;
    const there = new Set([...facts, ...reportedFacts].map(({ id }) => id));
    const checks = [
      ...scorecards.flatMap(scorecard => scorecard.checks),
      ...gates.flatMap(({ rules }) => rules.map(({ check }) => check)),
    ];
    return new Set(
      checks.flatMap(check => check.facts).filter(id => there.has(id)),
    );
  }
}
