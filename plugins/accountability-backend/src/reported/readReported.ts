import { FactData } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../database/instants';
import { FactProviderRow, ReportedFactRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** A time in which a fact of a service had one value; half-open. */
export interface ReportedSpan {
  fact: string;
  value: FactData;
  since: number;
  /** When something else was told; absent where that never was. */
  until?: number;
  /** When it was measured last. */
  observedAt: number;
}

/** What was told of services in some time. */
export interface Reported {
  /** By entity ref. */
  spans: ReadonlyMap<string, readonly ReportedSpan[]>;
  /** Providers that have told of some service. */
  heard: ReadonlySet<string>;
}

const nothing: Reported = { spans: new Map(), heard: new Set() };

/** What was told of services and held anywhere from `from` to `to`, both inclusive: in two statements, none where no fact is declared. */
export async function readReported(
  knex: Knex,
  options: {
    entityRefs: readonly string[];
    facts: readonly { id: string }[];
    from: number;
    to: number;
  },
): Promise<Reported> {
  const { entityRefs, facts, from, to } = options;
  if (facts.length === 0 || entityRefs.length === 0) return nothing;
  const declared = new Set(facts.map(({ id }) => id));
  const rows: ReportedFactRow[] = await whereAny(
    knex<ReportedFactRow>('reported_facts')
      .where('since', '<=', writeInstant(to))
      .where(held =>
        held
          .whereNull('replaced_at')
          .orWhere('replaced_at', '>', writeInstant(from)),
      )
      .orderBy(['entity_ref', 'fact', 'since']),
    'entity_ref',
    entityRefs,
  );
  const heard: string[] = await knex<FactProviderRow>('fact_providers')
    .whereNotNull('told_at')
    .pluck('id');
  const spans = new Map<string, ReportedSpan[]>();
  for (const row of rows.filter(({ fact }) => declared.has(fact))) {
    const until = readOptionalInstant(row.replaced_at);
    const known = spans.get(row.entity_ref) ?? [];
    spans.set(row.entity_ref, known);
    known.push({
      fact: row.fact,
      value: JSON.parse(row.value),
      since: readInstant(row.since),
      ...(until !== undefined && { until }),
      observedAt: readInstant(row.observed_at),
    });
  }
  return { spans, heard: new Set(heard) };
}
