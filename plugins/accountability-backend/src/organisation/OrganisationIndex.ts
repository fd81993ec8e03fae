import { LoggerService } from '@backstage/backend-plugin-api';
import { chunk, uniq } from 'lodash';
import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../database/instants';
import { AssessmentRow } from '../database/tables';
import { readGroups, readServiceDigests, readSystems } from '../ownership';
import { DebtCosts, incidentTimeFact } from './DebtCosts';
import { GroupTree } from './GroupTree';
import { Names } from './Names';
import { Organisation } from './Organisation';
import { ServiceState } from './ServiceState';
import { addUp } from './addUp';
import { groupByOwner } from './groupByOwner';
import { listChoices } from './listChoices';
import { PolicyChecks } from './policyChecks';
import { readStates } from './readStates';
import { weekStarts } from './weekStarts';

/** Services read in one go; half a thousand hold the loop for some 60 ms. */
const BATCH = 200;
/** An assessment may be committed so long after the instant that it bears. */
const OVERLAP_MS = 2 * 60_000;
/** The catalog is read that often for what changes no assessment: titles, tags, groups. */
const CATALOG_MS = 60_000;
/** What was looked at longer ago is looked at again before it is told. */
const STALE_MS = 10_000;
/** When nobody asked for so long, nothing is read until somebody does. */
const IDLE_MS = 15 * 60_000;

/** What an index is built with. */
export interface IndexOptions {
  database: Knex;
  logger: LoggerService;
  /** Of the policy in force. */
  checks(): Promise<PolicyChecks>;
  costs: DebtCosts;
  /** How many services an earlier policy judged last. */
  behind(): Promise<number>;
  now(): number;
}

/**
 * How all services stand, kept in memory so that an organisation of ten
 * thousand is added up in milliseconds. It is a copy of what the database has
 * and nothing else: each replica reads its own, and what changed since its last
 * look by the instants of assessments.
 */
export class OrganisationIndex {
  #organisation?: Organisation;
  readonly #names = new Names();
  readonly #states = new Map<string, ServiceState>();
  #running?: Promise<void>;
  #lookedAt = -Infinity;
  #catalogAt = -Infinity;
  #newest = 0;
  #askedAt: number;
  #readWith = '';

  constructor(private readonly options: IndexOptions) {
    this.#askedAt = options.now();
  }

  /** The organisation, at most ten seconds old; read from the database where it is older. */
  async current(): Promise<Organisation> {
    const now = this.options.now();
    this.#askedAt = now;
    if (!this.#organisation || now - this.#lookedAt > STALE_MS) {
      await this.refresh();
    }
    if (!this.#organisation) throw new Error('The organisation was not read');
    return this.#organisation;
  }

  /** What runs by the clock: looks for changes, unless nobody asks. */
  async tick(signal?: AbortSignal): Promise<void> {
    if (this.options.now() - this.#askedAt > IDLE_MS) return;
    // Each look would be of thousands, and take from those who judge them; who asks has one made.
    if ((await this.options.behind()) > BATCH) return;
    await this.refresh(signal);
  }

  /** Reads what changed since the last look; one look at a time. */
  refresh(signal?: AbortSignal): Promise<void> {
    this.#running ??= this.look(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  private async look(signal?: AbortSignal): Promise<void> {
    const { database, logger } = this.options;
    const now = this.options.now();
    const starts = weekStarts(now);
    const checks = await this.options.checks();
    const times = timesOf(checks);
    const readWith = JSON.stringify([starts[0], times]);
    // Another day has other weeks, and another policy other costs.
    const anew = readWith !== this.#readWith;
    const changed = await this.findChanged(anew);
    // With a service that was not known before its group may be new, too.
    const news = changed.some(ref => !this.#states.has(ref));
    const catalog = anew || news || now - this.#catalogAt > CATALOG_MS;
    const { gone, came } = catalog
      ? await this.compareCatalog()
      : { gone: [], came: [] };
    const refs = [...new Set([...changed, ...came])];
    const begun = performance.now();
    const owners = new Set<string | undefined>();
    for (const entityRefs of chunk(refs, BATCH)) {
      signal?.throwIfAborted();
      const query = { entityRefs, names: this.#names, starts, times, now };
      const states = await readStates(database, query);
      for (const state of states) {
        owners.add(this.#states.get(state.entityRef)?.owner).add(state.owner);
        this.#states.set(state.entityRef, state);
        this.#newest = Math.max(
          ...[this.#newest, state.assessedAt ?? 0, state.toldAt ?? 0],
        );
      }
    }
    for (const ref of gone) {
      owners.add(this.#states.get(ref)?.owner);
      this.#states.delete(ref);
    }
    const said = Math.round(performance.now() - begun);
    if (anew) {
      logger.info(`Read how ${refs.length} services stand in ${said} ms`);
    }
    await this.renew({ catalog, owners, checks, signal });
    this.#readWith = readWith;
    if (catalog) this.#catalogAt = now;
    this.#lookedAt = now;
  }

  /** Has what changed be seen, in what is added up and in what it may be narrowed to. */
  private async renew(changed: {
    catalog: boolean;
    /** Of services that changed, came or went. */
    owners: ReadonlySet<string | undefined>;
    checks: PolicyChecks;
    signal?: AbortSignal;
  }) {
    const { database, costs } = this.options;
    const before = this.#organisation;
    const { owners } = changed;
    if (before && !changed.catalog && owners.size === 0) return;
    const { tree, domains } =
      before && !changed.catalog
        ? before
        : {
            tree: new GroupTree(await readGroups(database)),
            domains: await readSystems(database),
          };
    const [states, names] = [this.#states, this.#names];
    const byOwner = groupByOwner(
      states.values(),
      new Map([...(before?.byOwner ?? [])].filter(([ref]) => !owners.has(ref))),
    );
    await addUp({ byOwner, names }, { ...changed, costs });
    this.#organisation = {
      ...{ states, byOwner, names, tree, domains },
      choices: listChoices({ states, domains }),
      version: (before?.version ?? 0) + 1,
    };
  }

  /** Services that were assessed, or whose closed days were told again, since the last look; none where all are to be read anew. */
  private async findChanged(anew: boolean): Promise<string[]> {
    if (anew) return [];
    const since = writeInstant(this.#newest - OVERLAP_MS);
    const rows: Pick<
      AssessmentRow,
      'entity_ref' | 'assessed_at' | 'told_at'
    >[] = await this.options
      .database('assessments')
      .where('assessed_at', '>', since)
      .orWhere('told_at', '>', since)
      .select('entity_ref', 'assessed_at', 'told_at');
    return rows
      .filter(row => {
        const state = this.#states.get(row.entity_ref);
        return (
          state?.assessedAt !== readInstant(row.assessed_at) ||
          state.toldAt !== readOptionalInstant(row.told_at)
        );
      })
      .map(row => row.entity_ref);
  }

  /** Services that the catalog has otherwise than they were read, and those that it has no more. */
  private async compareCatalog() {
    const digests = await readServiceDigests(this.options.database);
    const anew = this.#organisation === undefined;
    return {
      came: [...digests]
        .filter(
          ([ref, digest]) => anew || this.#states.get(ref)?.digest !== digest,
        )
        .map(([ref]) => ref),
      gone: [...this.#states.keys()].filter(ref => !digests.has(ref)),
    };
  }
}

/** Ids of the facts in seconds that are read: what checks name as their cost, and how long incidents lasted. */
function timesOf(checks: PolicyChecks): string[] {
  const named = [...checks.values()].flatMap(({ cost }) => cost ?? []);
  return uniq([incidentTimeFact, ...named]).sort();
}
