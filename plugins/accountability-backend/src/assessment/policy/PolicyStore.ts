import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  CompiledPolicy,
  FactDefinition,
  PolicyFile,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { PolicyRevisionRow } from '../../database/tables';
import { digestFiles, readPolicyFiles } from './readPolicyFiles';
import { publishRevision } from './publishRevision';
import { findRevision } from './findRevision';

interface StoreOptions {
  database: DatabaseService;
  facts: readonly FactDefinition[];
  logger: LoggerService;
  config: Config;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** Compiled policies kept for reuse: the one in force and a few of the past. */
const cacheSize = 8;

/**
 * Scorecards in force. Files are how a policy is brought in; what is in force
 * is the newest revision in the database, so that all replicas judge by the
 * same one.
 */
export class PolicyStore {
  static create(options: StoreOptions): PolicyStore {
    const paths = options.config.getOptionalStringArray(
      'accountability.policy.paths',
    ) ?? [
      resolvePackagePath('backstage-plugin-accountability-backend', 'policies'),
    ];
    return new PolicyStore(options, paths);
  }

  private readonly compiled = new Map<string, CompiledPolicy>();
  /** What this replica's files last said; it speaks up only when they change. */
  private lastSeen?: string;

  private constructor(
    private readonly options: StoreOptions,
    private readonly paths: readonly string[],
  ) {}

  /**
   * Reads the files again. A policy that is new comes into force and makes
   * every service due; one of which nothing compiles is refused, and the last
   * good one stays. Faults are logged with file, line and column. Throws where
   * a file cannot be read.
   */
  async reload(): Promise<void> {
    const files = await readPolicyFiles(this.paths);
    const digest = digestFiles(files);
    if (digest === this.lastSeen) return;
    const policy = this.compile({ digest, files });
    this.logFaults(policy);
    if (policy.scorecards.every(({ checks }) => checks.length === 0)) {
      this.options.logger.error(
        `No check in ${this.paths.join(
          ', ',
        )} compiles; the last good policy stays in force`,
      );
    } else {
      await publishRevision(await this.knex(), {
        digest,
        files,
        now: (this.options.now ?? Date.now)(),
      });
    }
    this.lastSeen = digest;
  }

  /** The policy in force; one without scorecards where there never was any. */
  async current(): Promise<CompiledPolicy> {
    const revision = await findRevision(await this.knex(), {});
    return revision
      ? this.compileRow(revision.row)
      : this.compile({ digest: digestFiles([]), files: [] });
  }

  /**
   * The policy of a past instant. Where none of that time is kept, the oldest
   * known one is given with `inForce` false.
   */
  async revisionAt(
    at: number,
  ): Promise<{ policy: CompiledPolicy; inForce: boolean }> {
    const revision = await findRevision(await this.knex(), { at });
    if (!revision) return { policy: await this.current(), inForce: false };
    return {
      policy: this.compileRow(revision.row),
      inForce: revision.inForce,
    };
  }

  private compileRow(row: PolicyRevisionRow): CompiledPolicy {
    return (
      this.compiled.get(row.digest) ??
      this.compile({ digest: row.digest, files: JSON.parse(row.files) })
    );
  }

  private compile(given: { digest: string; files: PolicyFile[] }) {
    const policy = compilePolicy({ ...given, facts: this.options.facts });
    this.compiled.set(given.digest, policy);
    for (const digest of this.compiled.keys()) {
      if (this.compiled.size <= cacheSize) break;
      this.compiled.delete(digest);
    }
    return policy;
  }

  private logFaults(policy: CompiledPolicy) {
    for (const { file, line, column, message } of policy.diagnostics) {
      this.options.logger.warn(`${file}:${line}:${column}: ${message}`);
    }
  }

  private knex(): Promise<Knex> {
    return this.options.database.getClient();
  }
}
