import {
  AuthService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { KeyOf } from '../database/createKeyOf';
import { OwnerSpanRow, OwnershipProblemRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { CatalogView } from './CatalogView';
import { OwnershipProblem } from './OwnershipProblem';
import { OwnershipSettings, readOwnershipSettings } from './OwnershipSettings';
import { CatalogGroup, buildGroupTree } from './buildGroupTree';
import {
  checkZones,
  findOwnerProblems,
  findProjectProblems,
  findWindowProblems,
} from './findProblems';
import { CatalogEntity, CatalogSystem } from './readEntities';
import { CatalogPerson } from './readCatalogPerson';
import { readDependencies } from './readDependencies';
import { lockOwnership } from './writeChangePoints';
import { writePeople } from './writePeople';
import { replaceWhereDifferent, writeGroups } from './writeGroups';
import { ResolvedEntity, writeServices } from './writeServices';
import { writeSystems } from './writeSystems';

interface SyncOptions {
  catalog: CatalogService;
  auth: AuthService;
  database: DatabaseService;
  logger: LoggerService;
  config: Config;
  keyOf: KeyOf;
  /** Called in the sync's transaction with the services that changed. */
  onChanged(trx: Knex.Transaction, entityRefs: string[]): Promise<void>;
  /** Called after it with those of them that other subjects belong to now: they have another past. */
  onRekeyed?(trx: Knex.Transaction, entityRefs: string[]): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** Everything one sync read from the catalog. */
interface Snapshot {
  services: ResolvedEntity[];
  groups: CatalogGroup[];
  people: CatalogPerson[];
  systems: CatalogSystem[];
  missing: string[];
}

/**
 * Brings services, subjects, owner spans, groups and who is in them in line with the catalog,
 * in one transaction. Safe on several replicas at once; a sync that finds
 * nothing new writes nothing. Throws where the catalog cannot be read, and
 * has then written nothing.
 */
export class CatalogSync {
  static create(options: SyncOptions): CatalogSync {
    return new CatalogSync(options, readOwnershipSettings(options.config));
  }

  private constructor(
    private readonly options: SyncOptions,
    private readonly settings: OwnershipSettings,
  ) {}

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const knex = await this.options.database.getClient();
    const snapshot = await this.read(knex, options.signal);
    const changed = await knex.transaction(trx => this.write(trx, snapshot));
    if (changed.length) {
      this.options.logger.info(
        `Catalog sync: ${changed.length} of ${snapshot.services.length} services changed`,
      );
    }
  }

  private async read(knex: Knex, signal?: AbortSignal): Promise<Snapshot> {
    const view = new CatalogView({
      ...this.options,
      settings: this.settings,
      signal,
    });
    const groups = await view.readGroups();
    const people = await view.readPeople();
    const systems = await view.readSystems();
    const services = [...(await view.readServices()).values()];
    const owners = await collectOwners(knex, services);
    const groupRefs = new Set(groups.map(group => group.groupRef));
    const others = owners.filter(ref => !ref.startsWith('group:'));
    const existing = await view.findExisting(others.filter(isRef));
    const resolves = (ref: string) => groupRefs.has(ref) || existing.has(ref);
    return {
      groups,
      people,
      systems,
      services: services.map(service => ({
        ...service,
        resolves: service.owner !== null && resolves(service.owner),
      })),
      missing: owners.filter(ref => !resolves(ref)),
    };
  }

  private async write(
    trx: Knex.Transaction,
    snapshot: Snapshot,
  ): Promise<string[]> {
    const now = (this.options.now ?? Date.now)();
    await lockOwnership(trx);
    const zones = checkZones(snapshot.groups);
    const tree = buildGroupTree(zones.groups);
    const reshaped = await writeGroups(trx, tree);
    const concerned = await writePeople(trx, {
      people: snapshot.people,
      keyOf: this.options.keyOf,
      now,
    });
    await writeSystems(trx, snapshot.systems);
    const { changed, rekeyed } = await writeServices(trx, {
      services: snapshot.services,
      now,
    });
    const turned = await writeProblems(trx, [
      ...tree.problems,
      ...zones.problems,
      ...findOwnerProblems(snapshot),
      ...findWindowProblems(snapshot.services),
      ...findProjectProblems(snapshot.services),
    ]);
    const owned = await readOwnedBy(trx, [
      ...reshaped,
      ...turned,
      ...concerned,
      ...tree.closure
        .filter(({ descendant }) => concerned.has(descendant))
        .map(({ ancestor }) => ancestor),
    ]);
    // Whose candidates are other deployments now.
    const lookers = await readDependencies(trx, {
      of: rekeyed,
      by: 'dependsOn',
    });
    const refs = [
      ...new Set([
        ...changed,
        ...owned,
        ...lookers.map(({ entityRef }) => entityRef),
      ]),
    ].sort();
    if (refs.length) await this.options.onChanged(trx, refs);
    if (rekeyed.length) await this.options.onRekeyed?.(trx, rekeyed);
    return refs;
  }
}

/** Owners that services name now or, by their spans, named before. */
async function collectOwners(
  knex: Knex,
  services: readonly CatalogEntity[],
): Promise<string[]> {
  const past = await knex<OwnerSpanRow>('owner_spans').distinct('owner_ref');
  const refs = [...services.map(service => service.owner)]
    .concat(past.map(row => row.owner_ref))
    .filter(ref => ref !== null);
  return [...new Set(refs)].sort();
}

function isRef(ref: string): boolean {
  return /^[^:/]+:[^:/]+\/[^:/]+$/.test(ref);
}

/** Replaces the problems and gives the owners that went missing or came back. */
async function writeProblems(
  trx: Knex,
  problems: readonly OwnershipProblem[],
): Promise<string[]> {
  const before = await trx<OwnershipProblemRow>('ownership_problems').select();
  const after = problems.map(problem => ({
    entity_ref: problem.entityRef,
    problem: problem.problem,
    because: problem.because,
  }));
  await replaceWhereDifferent(trx, 'ownership_problems', { before, after });
  const missing = (rows: readonly OwnershipProblemRow[]) =>
    new Set(
      rows
        .filter(row => row.problem === 'no-such-entity')
        .map(row => row.entity_ref),
    );
  const was = missing(before);
  const is = missing(after);
  return [...was, ...is].filter(ref => !was.has(ref) || !is.has(ref));
}

async function readOwnedBy(
  trx: Knex,
  ownerRefs: readonly string[],
): Promise<string[]> {
  if (ownerRefs.length === 0) return [];
  const rows: { entity_ref: string }[] = await whereAny(
    trx('owner_spans').distinct('entity_ref'),
    'owner_ref',
    ownerRefs,
  );
  return rows.map(row => row.entity_ref);
}
