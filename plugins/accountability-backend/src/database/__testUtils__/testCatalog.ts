import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';

export { migrate } from './migrate';

/** A component as the catalog gives it. */
export function component(
  name: string,
  options: {
    owner: string;
    slug?: string;
    type?: string;
    system?: string;
    dependsOn?: string[];
    annotations?: Record<string, string>;
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        ...(options.slug && { 'github.com/project-slug': options.slug }),
        ...options.annotations,
      },
    },
    spec: {
      owner: options.owner,
      type: options.type ?? 'service',
      lifecycle: 'production',
      ...(options.system && { system: options.system }),
      ...(options.dependsOn && { dependsOn: options.dependsOn }),
    },
  };
}

/** A group as the catalog gives it. */
export function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team', parent, children: [] },
  };
}

/** Counts the statements that a database is sent from now on. */
export function countStatements(knex: Knex) {
  const counts = { all: 0, writes: 0 };
  knex.on('query', ({ sql }: { sql: string }) => {
    if (/^(begin|commit|savepoint|release)/i.test(sql)) return;
    counts.all += 1;
    if (/^\s*(insert|update|delete)/i.test(sql)) counts.writes += 1;
  });
  return counts;
}
