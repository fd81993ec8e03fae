import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, readOptionalInstant } from '../database/instants';
import { OwnerSpanRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** A span as stored, with what says whether its owner resolves. */
type SpanRow = OwnerSpanRow & {
  group_ref: string | null;
  missing_ref: string | null;
};

/**
 * Owner spans by service, oldest first, neighbours of the same owner joined
 * into one, in one statement. Services without a span are left out.
 */
export async function readOwnerSpans(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, OwnerSpan[]>> {
  const spans = new Map<string, OwnerSpan[]>();
  for (const row of await readSpanRows(knex, options.entityRefs)) {
    const known = spans.get(row.entity_ref);
    if (known) addSpan(known, row);
    else spans.set(row.entity_ref, addSpan([], row));
  }
  return spans;
}

function readSpanRows(
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

function addSpan(spans: OwnerSpan[], row: SpanRow): OwnerSpan[] {
  if (row.owner_ref === null) return spans;
  const from = readInstant(row.valid_from);
  const to = readOptionalInstant(row.valid_to);
  const last = spans.at(-1);
  if (last?.owner === row.owner_ref && last.to === from) {
    last.to = to;
  } else {
    spans.push({
      owner: row.owner_ref,
      resolves: resolves(row),
      from,
      to,
      origin: row.origin === 'import' ? 'import' : 'catalog',
    });
  }
  return spans;
}

/** Groups are all known; other owners are known once the sync found them missing. */
function resolves(row: SpanRow): boolean {
  if (row.owner_ref?.startsWith('group:')) return row.group_ref !== null;
  return row.missing_ref === null;
}
