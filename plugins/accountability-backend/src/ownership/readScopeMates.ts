import { Knex } from 'knex';
import { whereAny } from '../database/whereAny';
import { scopeConditions } from './scopeConditions';

/** Services of the same system, project or owner, as the catalog has it now, by service; itself is not among them. In one statement. */
export async function readScopeMates(
  knex: Knex,
  options: {
    entityRefs: readonly string[];
    scope: keyof typeof scopeConditions;
  },
): Promise<Map<string, string[]>> {
  const mates = new Map<string, string[]>();
  if (options.entityRefs.length === 0) return mates;
  const [first, ...others] = scopeConditions[options.scope].map(condition =>
    matesBy(knex, condition, options.entityRefs),
  );
  const rows: { service: string; mate: string }[] = await first
    .union(others)
    .orderBy(['service', 'mate']);
  for (const { service, mate } of rows) {
    mates.set(service, [...(mates.get(service) ?? []), mate]);
  }
  return mates;
}

/** A branch for each condition, since a condition with `or` uses no index. */
function matesBy(
  knex: Knex,
  condition: string,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  return whereAny(
    knex('services as s')
      .joinRaw(`join services as m on ${condition}`)
      .whereNull('m.removed_at')
      .whereRaw('m.entity_ref <> s.entity_ref')
      .select({ service: 's.entity_ref', mate: 'm.entity_ref' }),
    's.entity_ref',
    entityRefs,
  );
}
