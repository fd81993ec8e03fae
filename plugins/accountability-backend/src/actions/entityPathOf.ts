import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { EntityPath } from '../api';

/** The parts of an entity ref; throws 400 where it is none. */
export function entityPathOf(
  ref: string,
  defaultKind: 'component' | 'group',
): EntityPath {
  try {
    return parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' });
  } catch {
    throw new InputError(
      `'${ref}' is not an entity ref: write ${defaultKind}:default/name`,
    );
  }
}
