import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import {
  ServiceDependencyRow,
  ServiceRow,
  SubjectKeyRow,
} from '../database/tables';
import { groupByRef } from '../database/groupByRef';
import { whereAny } from '../database/whereAny';
import { insertRows } from '../database/insertRows';
import { writeChangePoints } from './writeChangePoints';
import { CatalogEntity, digestOf } from './readEntities';

type Known = Pick<
  ServiceRow,
  'entity_ref' | 'digest' | 'owner_ref' | 'removed_at'
>;

/** A service of the catalog and whether its owner resolves. */
export type ResolvedEntity = CatalogEntity & { resolves: boolean };

/**
 * Writes what is different from the last sync and gives the refs of services
 * that changed, and of those among them that other subjects belong to now. A service seen for the first time, or whose owner changed,
 * gets a change point at `now`; one gone from the catalog keeps its history.
 */
export async function writeServices(
  trx: Knex,
  options: { services: readonly ResolvedEntity[]; now: number },
): Promise<{ changed: string[]; rekeyed: string[] }> {
  const { services, now } = options;
  const known = new Map<string, Known>(
    (
      await trx<ServiceRow>('services').select(
        'entity_ref',
        'digest',
        'owner_ref',
        'removed_at',
      )
    ).map(row => [row.entity_ref, row]),
  );
  const changed = services
    .map(service => ({ ...service, digest: digestOf(service) }))
    .filter(service => {
      const before = known.get(service.entityRef);
      return before?.digest !== service.digest || before.removed_at !== null;
    });
  await insertRows(
    trx,
    { table: 'services', key: ['entity_ref'] },
    changed.map(toRow),
  );
  const rekeyed = await writeKeys(trx, changed);
  await writeDependencies(trx, changed);
  await writeChangePoints(
    trx,
    changed
      .filter(({ entityRef, owner }) => {
        const before = known.get(entityRef);
        return !before || before.owner_ref !== owner;
      })
      .map(({ entityRef, owner }) => {
        return { entityRef, owner, at: now, origin: 'catalog' };
      }),
  );
  await markRemoved(trx, [...known.values()], options);
  return { changed: changed.map(service => service.entityRef), rekeyed };
}

/** Writes the subjects of services and gives the refs of those whose subjects are others than before. */
async function writeKeys(
  trx: Knex,
  services: readonly CatalogEntity[],
): Promise<string[]> {
  if (services.length === 0) return [];
  const refs = services.map(service => service.entityRef);
  const before = groupByRef<SubjectKeyRow>(
    await whereAny(
      trx<SubjectKeyRow>('subject_keys').select().orderBy('subject'),
      'entity_ref',
      refs,
    ),
  );
  await whereAny(
    trx<SubjectKeyRow>('subject_keys').delete(),
    'entity_ref',
    refs,
  );
  await insertRows(
    trx,
    { table: 'subject_keys' },
    services.flatMap(({ entityRef, subjects }) =>
      subjects.map(({ subject, origin }) => {
        return { subject, entity_ref: entityRef, origin };
      }),
    ),
  );
  const print = (subjects: string[]) => JSON.stringify(subjects.sort());
  return services
    .filter(({ entityRef, subjects }) => {
      const was = (before.get(entityRef) ?? []).map(key => key.subject);
      return print(was) !== print(subjects.map(key => key.subject));
    })
    .map(({ entityRef }) => entityRef);
}

async function writeDependencies(
  trx: Knex,
  services: readonly CatalogEntity[],
): Promise<void> {
  if (services.length === 0) return;
  await dropDependencies(
    trx,
    services.map(service => service.entityRef),
  );
  await insertRows(
    trx,
    { table: 'service_dependencies' },
    services.flatMap(({ entityRef, dependsOn }) =>
      dependsOn.map(ref => ({ entity_ref: entityRef, depends_on: ref })),
    ),
  );
}

async function dropDependencies(trx: Knex, refs: readonly string[]) {
  await whereAny(
    trx<ServiceDependencyRow>('service_dependencies').delete(),
    'entity_ref',
    refs,
  );
}

async function markRemoved(
  trx: Knex,
  known: readonly Known[],
  options: { services: readonly CatalogEntity[]; now: number },
) {
  const present = new Set(options.services.map(({ entityRef }) => entityRef));
  const removed = known
    .filter(row => row.removed_at === null && !present.has(row.entity_ref))
    .map(row => row.entity_ref);
  if (removed.length === 0) return;
  await whereAny(
    trx<ServiceRow>('services').update({
      removed_at: writeInstant(options.now),
    }),
    'entity_ref',
    removed,
  );
  // Its subjects are nobody's now: their records show as unowned again.
  await whereAny(
    trx<SubjectKeyRow>('subject_keys').delete(),
    'entity_ref',
    removed,
  );
  await dropDependencies(trx, removed);
}

function toRow(service: ResolvedEntity & { digest: string }) {
  return {
    entity_ref: service.entityRef,
    title: service.title,
    kind: service.kind,
    type: service.type,
    lifecycle: service.lifecycle,
    system: service.system,
    project: service.project,
    owner_ref: service.owner,
    owner_resolves: service.resolves,
    entity: service.entity,
    digest: service.digest,
    removed_at: null,
  };
}
