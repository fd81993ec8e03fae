import { Knex } from 'knex';
import {
  OwnerSpan,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';
import { readInstant, readOptionalInstant } from '../database/instants';
import { OwnerSpanRow, ServiceRow, SubjectKeyRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { ServiceFile } from './ServiceFile';

/** A span as stored, with what says whether its owner resolves. */
export type SpanRow = OwnerSpanRow & {
  group_ref: string | null;
  missing_ref: string | null;
};

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
  const spans = groupByRef<SpanRow>(await readSpanRows(knex, refs));
  const keys = groupByRef<SubjectKeyRow>(
    await whereAny(
      knex<SubjectKeyRow>('subject_keys').select().orderBy('subject'),
      'entity_ref',
      refs,
    ),
  );
  return services.map(row => ({
    summary: toSummary(row),
    spans: mergeSpans(spans.get(row.entity_ref) ?? []),
    subjects: (keys.get(row.entity_ref) ?? []).map(key => key.subject),
    entity: JSON.parse(row.entity),
    removedAt: readOptionalInstant(row.removed_at),
  }));
}

/** Spans of services with what says whether their owners resolve, oldest first. */
export function readSpanRows(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<SpanRow[]> {
  return whereAny(
    knex('owner_spans as o')
      .leftJoin('groups as g', 'g.group_ref', 'o.owner_ref')
      .leftJoin('ownership_problems as p', function missing() {
        this.on('p.entity_ref', 'o.owner_ref').andOnVal(
          'p.problem',
          'no-such-entity',
        );
      })
      .select('o.*', 'g.group_ref', { missing_ref: 'p.entity_ref' })
      .orderBy(['o.entity_ref', 'o.valid_from']),
    'o.entity_ref',
    entityRefs,
  );
}

/** What every answer says of a service, from its row. */
export function toSummary(row: ServiceRow): ServiceSummary {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    system: row.system ?? undefined,
    owner: row.owner_ref ?? undefined,
    ownerResolves: Boolean(row.owner_resolves),
  };
}

/** Spans of one service, neighbours of the same owner joined into one. */
export function mergeSpans(rows: readonly SpanRow[]): OwnerSpan[] {
  const spans: OwnerSpan[] = [];
  for (const row of rows) {
    if (row.owner_ref === null) continue;
    const from = readInstant(row.valid_from);
    const to = readOptionalInstant(row.valid_to);
    const last = spans.at(-1);
    if (last?.owner === row.owner_ref && last.to === from) {
      spans[spans.length - 1] = { ...last, to };
    } else {
      spans.push({
        owner: row.owner_ref,
        resolves: resolves(row),
        from,
        to,
        origin: row.origin === 'import' ? 'import' : 'catalog',
      });
    }
  }
  return spans;
}

/** Groups are all known; other owners are known once the sync found them missing. */
function resolves(row: SpanRow): boolean {
  if (row.owner_ref?.startsWith('group:')) return row.group_ref !== null;
  return row.missing_ref === null;
}

function groupByRef<T extends { entity_ref: string }>(rows: readonly T[]) {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entity_ref);
    if (group) group.push(row);
    else groups.set(row.entity_ref, [row]);
  }
  return groups;
}
