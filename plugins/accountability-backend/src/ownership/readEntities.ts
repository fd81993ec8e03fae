import { createHash } from 'crypto';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogGroup } from './buildGroupTree';
import { readProject } from './readProject';
import { SubjectKey, readSubjectKeys } from './readSubjectKeys';

/** A service as the catalog has it. */
export interface CatalogEntity {
  entityRef: string;
  title: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  system: string | null;
  project: string | null;
  owner: string | null;
  subjects: SubjectKey[];
  /** Entity refs of what it depends on, one hop, sorted. */
  dependsOn: string[];
  /** JSON, for applicability rules; without secrets and long definitions. */
  entity: string;
}

/** Parts of an entity that a sync asks the catalog for. */
export const entityFields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.labels',
  'metadata.tags',
  'metadata.annotations',
  'spec',
  'relations',
];

/** Reads what we keep of a service. */
export function readCatalogEntity(entity: Entity): CatalogEntity {
  const { definition: _, ...spec } = entity.spec ?? {};
  const annotations = withoutKeys(entity.metadata.annotations ?? {});
  const kept = {
    ...entity,
    metadata: { ...entity.metadata, annotations },
    spec,
  };
  const project = readProject(entity.metadata.annotations);
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    kind: entity.kind,
    type: text(spec.type),
    lifecycle: text(spec.lifecycle),
    system: readRef(entity, text(spec.system), 'System'),
    project: project.status === 'known' ? project.name : null,
    owner:
      readRelation(entity, RELATION_OWNED_BY) ??
      readRef(entity, text(spec.owner), 'Group'),
    subjects: readSubjectKeys(entity.metadata.annotations),
    dependsOn: readDependencies(entity),
    entity: JSON.stringify(kept),
  };
}

/** Rules may ask whether there is a key, and nobody needs it. */
function withoutKeys(annotations: Record<string, string>) {
  const secret = 'pagerduty.com/integration-key';
  return secret in annotations
    ? { ...annotations, [secret]: 'kept in the catalog' }
    : annotations;
}

/** Reads what we keep of a group. The zone is taken from `accountability.io/zone`, the rotas from `accountability.io/rotas`. */
export function readCatalogGroup(entity: Entity): CatalogGroup {
  const profile = entity.spec?.profile;
  const name =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? text(profile.displayName)
      : null;
  return {
    groupRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? name ?? entity.metadata.name,
    parent:
      readRelation(entity, RELATION_CHILD_OF) ??
      readRef(entity, text(entity.spec?.parent), 'Group') ??
      undefined,
    zone: entity.metadata.annotations?.['accountability.io/zone'],
    rotas: readList(entity.metadata.annotations?.['accountability.io/rotas']),
  };
}

/** A system that is in a domain. */
export interface CatalogSystem {
  systemRef: string;
  domain: string;
}

/** Reads what we keep of a system; undefined of one that is in no domain. */
export function readCatalogSystem(entity: Entity): CatalogSystem | undefined {
  const domain = readRef(entity, text(entity.spec?.domain), 'Domain');
  return domain === null
    ? undefined
    : { systemRef: stringifyEntityRef(entity), domain };
}

/** Names with commas between them. */
function readList(value: string | undefined): string[] | undefined {
  return value
    ?.split(',')
    .map(name => name.trim())
    .filter(Boolean);
}

/** Digest of everything that is stored of a service, hex. */
export function digestOf(service: CatalogEntity & { resolves: boolean }) {
  return createHash('sha256').update(JSON.stringify(service)).digest('hex');
}

/** By the relations, which the catalog has worked out, or by the spec where there are none. */
function readDependencies(entity: Entity): string[] {
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  const { dependsOn } = entity.spec ?? {};
  const named = Array.isArray(dependsOn) ? dependsOn : [];
  const refs = related.length
    ? related
    : named.map(one => readRef(entity, text(one), 'Component'));
  const itself = stringifyEntityRef(entity);
  return [...new Set(refs)]
    .filter(ref => ref !== null)
    .filter(ref => ref !== itself)
    .sort();
}

function readRelation(entity: Entity, type: string): string | null {
  const relation = entity.relations?.find(one => one.type === type);
  return relation ? relation.targetRef.toLocaleLowerCase('en-US') : null;
}

function readRef(
  entity: Entity,
  value: string | null,
  defaultKind: string,
): string | null {
  if (!value) return null;
  const { namespace: defaultNamespace } = getCompoundEntityRef(entity);
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace }),
    );
  } catch {
    // What cannot be parsed names nothing; it stays readable as an owner that does not resolve.
    return value.toLocaleLowerCase('en-US');
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}
