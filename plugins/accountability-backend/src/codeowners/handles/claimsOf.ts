import {
  DEFAULT_NAMESPACE,
  Entity,
  isGroupEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { namesOf } from '../../ownership';
import { handleOf } from './handlesOf';

/** That an entity goes by a name. */
export interface Claim {
  handle: string;
  ref: string;
  isGroup: boolean;
  /** What says so. */
  rule: 'annotation' | 'name' | 'email';
  /** It only keeps others from going by it. */
  only?: boolean;
}

/** Names of a person or a group: those that the entity says are its own, and of a group its own name in the catalog. */
export function claimsOf(entity: Entity): Claim[] {
  const isGroup = isGroupEntity(entity);
  const ref = stringifyEntityRef(entity);
  const names = namesOf(entity);
  const claims = names.map(
    ({ source, name }): Claim => ({
      ref,
      isGroup,
      handle: handleOf(source, name),
      rule: source === 'email' ? 'email' : 'annotation',
    }),
  );
  if (!isGroup) return claims;
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  const isAnother = names.some(({ source }) => source === 'github');
  return [
    ...claims,
    {
      ref,
      isGroup,
      handle: handleOf('name', name),
      rule: 'name',
      only:
        namespace.toLowerCase() !== DEFAULT_NAMESPACE.toLowerCase() ||
        isAnother,
    },
  ];
}
