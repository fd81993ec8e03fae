import { LoggerService } from '@backstage/backend-plugin-api';
import {
  FactProvider,
  ProvidedFacts,
  cutText,
  withinSignal,
} from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { FactProviderRow } from '../database/tables';
import { claimProviders, renewClaim } from './claimProviders';
import { pruneReported } from './pruneReported';
import { storeAsked } from './storeAsked';
import { syncProviders } from './syncProviders';
import { Taking, takeTold } from './takeTold';
import { Told, writeReported } from './writeReported';

interface Options {
  database: Knex;
  providers: readonly FactProvider[];
  logger: LoggerService;
  /** Called in the transaction that stores it, with services of which something else is known now. */
  onChanged(trx: Knex.Transaction, entityRefs: string[]): Promise<void>;
  /** Longest turn of one provider; 20 minutes where absent. */
  turnMs?: number;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** What a turn came to so far. */
interface Turn extends Taking {
  told: Set<string>;
  changed: boolean;
}

const TURN_MS = 20 * 60_000;
/** Values of one transaction: 500 of them take some 20 ms to write. */
const PART = 500;
const LONGEST_SENTENCE = 1000;
const MOST_REMARKS = 20;

/**
 * Asks those who measure facts elsewhere for them, by the clock. Each is
 * claimed with a lease, so that one replica does; one that fails is told of and
 * tried again with growing waits, and what it told before stays.
 */
export class ProviderReader {
  static create(options: Options): ProviderReader {
    return new ProviderReader(options);
  }

  private readonly now: () => number;

  private constructor(private readonly options: Options) {
    this.now = options.now ?? Date.now;
  }

  /** Asks all that are due; gives whether anything else is known of any service. */
  async run({ signal }: { signal: AbortSignal }): Promise<boolean> {
    const { database, providers } = this.options;
    await syncProviders(database, providers, this.now());
    const claims = await claimProviders(database, this.now());
    if (claims.length === 0) return false;
    const refs = await listServices(database);
    const changed = await Promise.all(
      claims.map(claim => {
        const provider = providers.find(({ id }) => id === claim.id);
        return provider && this.ask(provider, { claim, refs, signal });
      }),
    );
    await pruneReported(database, this.now());
    return changed.includes(true);
  }

  private async ask(
    provider: FactProvider,
    given: {
      claim: FactProviderRow;
      refs: readonly string[];
      signal: AbortSignal;
    },
  ): Promise<boolean> {
    const { database, turnMs = TURN_MS } = this.options;
    const { claim, refs, signal } = given;
    const turn: Turn = {
      provider,
      services: new Set(refs),
      remarks: new Map(),
      now: this.now(),
      told: new Set(),
      changed: false,
    };
    const timeout = AbortSignal.timeout(turnMs);
    const ended = AbortSignal.any([signal, timeout]);
    let because: string | null = null;
    try {
      const pages = provider.read({ entityRefs: refs, signal: ended });
      for await (const page of untilEnd(pages, ended)) {
        await this.take(page, { claim, turn });
      }
    } catch (error) {
      // What a stop cut short is no fault; the lease runs out.
      if (signal.aborted) return turn.changed;
      because = timeout.aborted ? 'it did not end in time' : wordsOf(error);
    }
    const remarks = [...turn.remarks.values()].sort().slice(0, MOST_REMARKS);
    const outcome = {
      because: because && `${provider.id} did not tell its facts: ${because}.`,
      remarks: remarks.length > 0 ? remarks.join('; ') : null,
    };
    this.speak(provider.id, claim, outcome);
    await storeAsked(database, claim, {
      ...outcome,
      services: turn.told.size,
      everyMs: provider.everyMs,
      now: this.now(),
    });
    return turn.changed;
  }

  private async take(
    page: readonly ProvidedFacts[],
    { claim, turn }: { claim: FactProviderRow; turn: Turn },
  ): Promise<void> {
    turn.now = this.now();
    const taken = takeTold(page, turn);
    for (const part of chunk(taken, PART)) {
      if (await this.store(part, claim)) turn.changed = true;
      for (const { entityRef } of part) turn.told.add(entityRef);
    }
  }

  private store(
    part: readonly Told[],
    claim: FactProviderRow,
  ): Promise<boolean> {
    const { database, onChanged } = this.options;
    const now = this.now();
    return database.transaction(async trx => {
      if (!(await renewClaim(trx, claim, now))) {
        throw new Error('another replica asks it');
      }
      const refs = await writeReported(trx, part, now);
      if (refs.length > 0) await onChanged(trx, refs);
      return refs.length > 0;
    });
  }

  /** What is the same as the last time was told then. */
  private speak(
    id: string,
    before: Pick<FactProviderRow, 'because' | 'remarks'>,
    { because, remarks }: Pick<FactProviderRow, 'because' | 'remarks'>,
  ): void {
    const { logger } = this.options;
    if (because !== null && because !== before.because) {
      logger.warn(`${because} What it told before stays until it is too old.`);
    }
    if (remarks !== null && remarks !== before.remarks) {
      logger.warn(
        `${id} told facts that are left out, so that they are unknown: ${remarks}`,
      );
    }
  }
}

function listServices(knex: Knex): Promise<string[]> {
  return knex('services')
    .whereNull('removed_at')
    .orderBy('entity_ref')
    .pluck('entity_ref');
}

/** Pages until the signal is given, also of a provider that does not listen to it. */
async function* untilEnd<T>(
  pages: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const iterator = pages[Symbol.asyncIterator]();
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = await withinSignal(iterator.next(), signal);
    if (done) return;
    yield value;
  }
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (cutText(words, LONGEST_SENTENCE) ?? 'no reason given').replace(
    /\.$/,
    '',
  );
}
