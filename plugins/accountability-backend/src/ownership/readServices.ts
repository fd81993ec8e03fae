import { Knex } from 'knex';
import { readOptionalInstant } from '../database/instants';
import { groupByRef } from '../database/groupByRef';
import { ServiceRow, SubjectKeyRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { ServiceFile } from './ServiceFile';
import { readAttributionWindow } from './readAttributionWindow';
import { readOwnerSpans } from './readOwnerSpans';
import { toSummary } from './toSummary';

/**
 * Services with their owner spans and subjects, in three statements however
 * many. Refs that name no service are left out; a service gone from the
 * catalog is given with `removedAt`.
 */
export async function readServices(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<ServiceFile[]> {
  const refs = options.entityRefs.map(ref => ref.toLowerCase());
  if (refs.length === 0) return [];
  const services: ServiceRow[] = await whereAny(
    knex<ServiceRow>('services').select().orderBy('entity_ref'),
    'entity_ref',
    refs,
  );
  const spans = await readOwnerSpans(knex, { entityRefs: refs });
  const keys = groupByRef<SubjectKeyRow>(
    await whereAny(
      knex<SubjectKeyRow>('subject_keys').select().orderBy('subject'),
      'entity_ref',
      refs,
    ),
  );
  return services.map(row => toFile(row, { spans, keys }));
}

function toFile(
  row: ServiceRow,
  known: {
    spans: Awaited<ReturnType<typeof readOwnerSpans>>;
    keys: ReadonlyMap<string, SubjectKeyRow[]>;
  },
): ServiceFile {
  const { spans, keys } = known;
  const entity = JSON.parse(row.entity);
  const window = readAttributionWindow(entity);
  return {
    summary: toSummary(row),
    spans: spans.get(row.entity_ref) ?? [],
    subjects: (keys.get(row.entity_ref) ?? []).map(key => key.subject),
    entity,
    ...(window.status === 'known' && { attributionWindowMs: window.ms }),
    removedAt: readOptionalInstant(row.removed_at),
  };
}
