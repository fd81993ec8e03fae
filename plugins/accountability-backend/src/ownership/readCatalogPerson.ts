import {
  Entity,
  RELATION_MEMBER_OF,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { namesOf } from './namesOf';

/** A User as the catalog has it: the names it goes by at sources, and its groups. */
export interface CatalogPerson {
  entityRef: string;
  /** Led by their source, as collectors give them: `github:octocat`. */
  handles: string[];
  /** Entity refs of the groups that it is in itself, sorted. */
  groups: string[];
}

/** Parts of a User that a sync asks the catalog for; no name among them. */
export const personFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.memberOf',
  'spec.profile.email',
  'relations',
];

/** Reads what a sync needs of a User. */
export function readCatalogPerson(entity: Entity): CatalogPerson {
  return {
    entityRef: stringifyEntityRef(entity),
    handles: namesOf(entity).map(({ source, name }) => `${source}:${name}`),
    groups: groupsOf(entity),
  };
}

/** By the relations, which the catalog has worked out, or by the spec where there are none. */
function groupsOf(entity: Entity): string[] {
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  const { memberOf } = entity.spec ?? {};
  const named = Array.isArray(memberOf) ? memberOf : [];
  const refs = related.length
    ? related
    : named.flatMap(name => readRef(entity, name) ?? []);
  return [...new Set(refs)].sort();
}

function readRef(entity: Entity, name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const { namespace: defaultNamespace } = getCompoundEntityRef(entity);
  try {
    return stringifyEntityRef(
      parseEntityRef(name, { defaultKind: 'Group', defaultNamespace }),
    );
  } catch {
    // What cannot be parsed names no group.
    return undefined;
  }
}
