import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { PackageClaim, claimPackages } from './claimPackages';
import { lockPackages } from './lockPackages';
import { PackageAnswer, PackageSource } from './PackageSource';
import { storePackage } from './storePackage';
import { writePackages } from './writePackages';

/** Packages asked for at once, and most of one run. */
const BATCH = 5;
const MOST_A_RUN = 5000;

interface Options {
  database: Knex;
  /** The first that knows a package counts. */
  sources: readonly PackageSource[];
  /** Gives the packages that are to be known, as package urls without version, in parts. */
  listPackages(signal: AbortSignal): AsyncIterable<readonly string[]>;
  logger: LoggerService;
  /** Called with the packages of which something else is known now, in the transaction that takes note of it. */
  onChanged(trx: Knex.Transaction, packages: string[]): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/**
 * Asks sources when versions of packages came out. Each package is claimed with
 * a lease: replicas share the work, and what one leaves undone is done in the
 * next run. Who uses a package hears of it once a run, however many changed.
 */
export class PackageReader {
  static create(options: Options): PackageReader {
    return new PackageReader(options);
  }

  private readonly now: () => number;
  /** Tells these sources from others that may have been asked before. */
  private readonly asked: string;

  private constructor(private readonly options: Options) {
    this.now = options.now ?? Date.now;
    this.asked = createHash('sha256')
      .update(
        JSON.stringify(options.sources.map(({ id, allowed }) => [id, allowed])),
      )
      .digest('hex');
  }

  /** Gives the number of packages that were asked for. */
  async run({ signal }: { signal: AbortSignal }): Promise<number> {
    await this.syncPackages(signal);
    let looked = 0;
    const faults: string[] = [];
    while (!signal.aborted && looked < MOST_A_RUN) {
      const claims = await claimPackages(this.options.database, {
        limit: BATCH,
        now: this.now(),
      });
      if (claims.length === 0) break;
      const answers = await Promise.all(
        claims.map(claim => this.look(claim, signal)),
      );
      looked += claims.length;
      faults.push(...answers.flatMap(toFault));
      // A host that is down is not asked for the rest as well.
      if (answers.every(answer => answer?.status === 'fault')) break;
    }
    if (signal.aborted) return looked;
    await this.tell();
    if (faults.length > 0) {
      this.options.logger.warn(
        `Releases of ${faults.length} of ${looked} packages cannot be read, first: ${faults[0]}`,
      );
    }
    return looked;
  }

  private async syncPackages(signal: AbortSignal): Promise<void> {
    const listed = await this.list(signal);
    await writePackages(this.options.database, listed, {
      asked: this.asked,
      now: this.now(),
    });
  }

  /** Packages that a source may be asked for. */
  private async list(signal: AbortSignal): Promise<Set<string>> {
    const { sources, listPackages } = this.options;
    const listed = new Set<string>();
    if (sources.length === 0) return listed;
    for await (const names of listPackages(signal)) {
      signal.throwIfAborted();
      for (const name of names) {
        if (sources.some(source => source.isFor(name))) listed.add(name);
      }
    }
    return listed;
  }

  private async look(
    claim: PackageClaim,
    signal: AbortSignal,
  ): Promise<PackageAnswer | undefined> {
    const { answer, source } = await this.ask(claim, signal);
    // What a stop cut short is no fault of the source.
    if (signal.aborted) return undefined;
    await storePackage(this.options.database, claim, {
      answer,
      source,
      asked: this.asked,
      now: this.now(),
    });
    return answer;
  }

  /** Only what a source does not know makes it go on to the next: one that is down may know better than the others. */
  private async ask(
    claim: PackageClaim,
    signal: AbortSignal,
  ): Promise<{ answer: PackageAnswer; source: string }> {
    const name = claim.package;
    let last: { answer: PackageAnswer; source: string } | undefined;
    for (const source of this.options.sources) {
      if (!source.isFor(name)) continue;
      const etag = source.id === claim.source ? claim.etag : null;
      const answer = await source.read(name, {
        ...(etag !== null && { etag }),
        signal,
      });
      last = { answer, source: source.id };
      if (answer.status !== 'absent') break;
    }
    return (
      last ?? {
        answer: { status: 'absent', because: 'No source may be asked for it.' },
        source: '',
      }
    );
  }

  private async tell(): Promise<void> {
    const { database, onChanged } = this.options;
    await database.transaction(async trx => {
      await lockPackages(trx);
      const changed: { package: string }[] = await trx('packages')
        .where({ is_untold: true })
        .update({ is_untold: false })
        .returning('package');
      if (changed.length === 0) return;
      await onChanged(trx, changed.map(row => row.package).sort());
    });
  }
}

function toFault(answer: PackageAnswer | undefined): string[] {
  return answer?.status === 'fault' ? [answer.because] : [];
}
