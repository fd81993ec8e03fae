import { Knex } from 'knex';
import { ServiceDependencyRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** One service depends on another; both are services of the catalog. */
export interface Dependency {
  entityRef: string;
  dependsOn: string;
}

/**
 * Dependencies between services, one hop: what the given ones depend on, or,
 * by `dependsOn`, what depends on them. In one statement, in order.
 */
export async function readDependencies(
  knex: Knex,
  options: { of: readonly string[]; by: 'entityRef' | 'dependsOn' },
): Promise<Dependency[]> {
  if (options.of.length === 0) return [];
  const [mine, other] =
    options.by === 'entityRef'
      ? ['d.entity_ref', 'd.depends_on']
      : ['d.depends_on', 'd.entity_ref'];
  const rows: ServiceDependencyRow[] = await whereAny(
    knex('service_dependencies as d')
      .join('services as s', 's.entity_ref', other)
      .whereNull('s.removed_at')
      .select('d.entity_ref', 'd.depends_on')
      .orderBy(['d.entity_ref', 'd.depends_on']),
    mine,
    options.of,
  );
  return rows.map(row => {
    return { entityRef: row.entity_ref, dependsOn: row.depends_on };
  });
}
