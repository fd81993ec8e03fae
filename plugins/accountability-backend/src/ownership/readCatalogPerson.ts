import {
  Entity,
  RELATION_MEMBER_OF,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

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

const annotations = {
  github: 'github.com/user-login',
  gitlab: 'gitlab.com/user-login',
};

/** Reads what a sync needs of a User. */
export function readCatalogPerson(entity: Entity): CatalogPerson {
  const handles = Object.entries(annotations).flatMap(([source, name]) => {
    const login = entity.metadata.annotations?.[name]?.trim();
    return login ? [`${source}:${login}`] : [];
  });
  const email = emailOf(entity);
  return {
    entityRef: stringifyEntityRef(entity),
    handles: email ? [...handles, `email:${email}`] : handles,
    groups: groupsOf(entity),
  };
}

function emailOf({ spec }: Entity): string | undefined {
  const profile = spec?.profile;
  return typeof profile === 'object' &&
    profile &&
    'email' in profile &&
    typeof profile.email === 'string'
    ? profile.email.trim()
    : undefined;
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
