import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { PolicyStatusResponse } from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  FactType,
  PolicyFile,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { CompiledPolicies } from './CompiledPolicies';
import { FoundRevision, findRevision } from './findRevision';
import { PolicyReplica } from './PolicyReplica';
import { Revision, publishRevision } from './publishRevision';
import { readBehind } from './readBehind';
import { digestPolicy } from './kept/digestPolicy';
import { findKept } from './kept/findKept';
import { tellOfPolicy } from './tellOfPolicy';
import { PolicySources } from './sources/PolicySources';
import { readPolicySettings } from './sources/readPolicySettings';
import { PolicyReader } from './sources/readUrlLocation';

interface StoreOptions {
  database: DatabaseService;
  facts: readonly FactType[];
  logger: LoggerService;
  config: Config;
  /** Reads addresses; needed where policy is read from any. */
  urlReader?: PolicyReader;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/**
 * The policy in force. Files and addresses are how it is brought in; what is in
 * force is the newest revision in the database, so that all replicas judge by
 * the same one. A rule that was good and comes to be at fault stays as it was.
 */
export class PolicyStore {
  /** Throws, with a sentence, where the configuration cannot be read. */
  static create(options: StoreOptions): PolicyStore {
    const settings = readPolicySettings(options.config);
    const sources = PolicySources.create({
      ...options,
      settings,
      reader: options.urlReader,
    });
    const everyMs = durationToMilliseconds(settings.every);
    return new PolicyStore(options, sources, new PolicyReplica({ everyMs }));
  }

  private readonly compiled: CompiledPolicies;
  /** What the places last said here; this replica speaks up when they change, or as an heir. */
  private lastSeen?: string;
  /** What they said when nothing good was in it: as an heir it has nothing to give. */
  private nothingIn?: string;

  private constructor(
    private readonly options: StoreOptions,
    private readonly sources: PolicySources,
    private readonly replica: PolicyReplica,
  ) {
    this.compiled = new CompiledPolicies(options.facts);
  }

  /**
   * Looks at the places that policy is read from. What is new comes into force,
   * and gives true: services are behind it then. Faults are logged with file,
   * line and column, once; where no rule at all is left, the last good policy
   * stays. `urls` false leaves out addresses, so that nothing waits for a host.
   */
  async reload(
    options: { urls?: boolean; signal?: AbortSignal } = {},
  ): Promise<boolean> {
    const { urls = true, signal } = options;
    const knex = await this.knex();
    await this.sources.look(knex, { now: this.now(), urls, signal });
    const files = await this.sources.readFiles(knex);
    if (!files) return false;
    const seen = JSON.stringify(files);
    const isHeir = await this.replica.isHeir(knex, this.now());
    if (seen === this.lastSeen && !(isHeir && seen !== this.nothingIn)) {
      return false;
    }
    const { published, held } = await publishRevision(knex, {
      now: this.now(),
      replica: this.replica.id,
      build: (trx, inForce) => this.build(trx, files, inForce),
    });
    if (published && seen === this.lastSeen) {
      this.options.logger.info(
        'The replica that brought the policy in force in is gone; the policy of this one is in force again',
      );
    }
    this.lastSeen = seen;
    this.nothingIn = held ? undefined : seen;
    return published;
  }

  /** The policy in force; one without scorecards where there never was any. */
  async current(): Promise<CompiledPolicy> {
    const knex = await this.knex();
    return this.policyOf(knex, await findRevision(knex, {}));
  }

  /**
   * The policy of a past instant. Where none of that time is kept, the oldest
   * known one is given with `inForce` false.
   */
  async revisionAt(
    at: number,
  ): Promise<{ policy: CompiledPolicy; inForce: boolean }> {
    const knex = await this.knex();
    const revision = await findRevision(knex, { at });
    const policy = await this.policyOf(knex, revision);
    return { policy, inForce: revision?.inForce ?? false };
  }

  /** How the policy in force came in, with its faults, and how many services are behind it. */
  async status(): Promise<PolicyStatusResponse> {
    const knex = await this.knex();
    const asOf = this.now();
    const revision = await findRevision(knex, {});
    const { digest, documents } = await this.policyOf(knex, revision);
    return {
      asOf,
      digest,
      ...(revision && { inForceSince: revision.inForceFrom }),
      sources: await this.sources.status(knex),
      documents: documents.map(document => {
        const { state, effectiveFrom = -Infinity } = document;
        const waits = state === 'active' && effectiveFrom > asOf;
        return { ...document, state: waits ? 'scheduled' : state };
      }),
      behind: await readBehind(knex),
    };
  }

  private async build(
    trx: Knex,
    files: readonly PolicyFile[],
    inForce: string | undefined,
  ): Promise<Revision | undefined> {
    const alone = this.compiled.compileAlone(files);
    const before =
      inForce === undefined
        ? undefined
        : await this.compiled.read(trx, inForce);
    const kept = before ? findKept(before, alone) : [];
    const digest = digestPolicy({ ...alone, files, kept });
    const { policy } = this.compiled.compile({ files, kept, digest });
    const isEmpty = [...policy.scorecards, ...policy.gates].every(
      one => ('checks' in one ? one.checks : one.rules).length === 0,
    );
    tellOfPolicy(this.options.logger, {
      policy,
      locations: this.sources.locations,
      isEmpty,
    });
    return isEmpty ? undefined : { digest, files, kept };
  }

  private async policyOf(
    knex: Knex,
    revision: FoundRevision | undefined,
  ): Promise<CompiledPolicy> {
    if (revision) {
      return (await this.compiled.read(knex, revision.digest)).policy;
    }
    const nothing = { files: [], kept: [] };
    const digest = digestPolicy({ ...nothing, diagnostics: [] });
    return this.compiled.compile({ ...nothing, digest }).policy;
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }

  private knex(): Promise<Knex> {
    return this.options.database.getClient();
  }
}
