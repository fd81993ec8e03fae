import { KeptValue } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';

// Without the offset PostgreSQL would read the whole table instead of probing each service.
const onPostgres = `select k.entity_ref, k.kept from unnest(?::text[]) given(ref)
  cross join lateral (
    select given.ref as entity_ref,
      json_object_agg(of.fact, of.days)::text as kept
    from (
      select fact,
        json_object_agg(day, coalesce(to_json(value), to_json(reason))) as days
      from fact_snapshots
      where entity_ref = given.ref and fact = any(?) and day = any(?)
      group by fact
    ) of offset 0
  ) k`;

const inList = 'in (select value from json_each(?))';
const onSqlite = `select entity_ref, json_group_object(fact, json(days)) as kept
  from (
    select entity_ref, fact,
      json_group_object(day, coalesce(value, reason)) as days
    from fact_snapshots
    where entity_ref ${inList} and fact ${inList} and day ${inList}
    group by entity_ref, fact
  ) group by entity_ref`;

/**
 * Values kept of facts of some days, by service, as the JSON that `parseKept`
 * reads; in one statement. The database puts those of a service together: of
 * a hundred services they are 40 000 rows.
 */
export async function readKept(
  knex: Knex,
  asked: {
    entityRefs: readonly string[];
    facts: readonly string[];
    days: readonly string[];
  },
): Promise<Map<string, string>> {
  const isPostgres = knex.client.config.client === 'pg';
  const lists = [asked.entityRefs, asked.facts, asked.days];
  const answer = await knex.raw(
    isPostgres ? onPostgres : onSqlite,
    isPostgres
      ? lists.map(list => [...list])
      : lists.map(list => JSON.stringify(list)),
  );
  const rows: { entity_ref: string; kept: string | null }[] = isPostgres
    ? answer.rows
    : answer;
  return new Map(
    rows.map(({ entity_ref, kept }) => [entity_ref, kept ?? '{}']),
  );
}

/** Values by fact for each of the days, in their order. */
export function parseKept(
  text: string | undefined,
  days: readonly string[],
): Map<string, KeptValue>[] {
  const kept: Record<string, Record<string, KeptValue | null>> = JSON.parse(
    text ?? '{}',
  );
  const facts = Object.entries(kept);
  return days.map(day => {
    const values = new Map<string, KeptValue>();
    for (const [fact, byDay] of facts) {
      if (day in byDay) values.set(fact, byDay[day] ?? 'error');
    }
    return values;
  });
}
