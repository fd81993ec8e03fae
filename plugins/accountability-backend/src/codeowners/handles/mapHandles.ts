import { Entity } from '@backstage/catalog-model';
import { CodeownersHandleRow } from '../../database/tables';
import { Claim, claimsOf } from './claimsOf';

/**
 * Who of the catalog goes by which name of a host. Of people it says that they
 * are there and not who they are. A name that two claim is nobody's. `sizes` is
 * how many people are in each group that has any, by ref.
 */
export function mapHandles(
  peopleAndGroups: readonly Entity[],
  sizes: ReadonlyMap<string, number>,
): CodeownersHandleRow[] {
  const claims = new Map<string, Claim>();
  const disputed = new Set<string>();
  for (const claim of peopleAndGroups.flatMap(claimsOf)) {
    const known = claims.get(claim.handle);
    if (known && known.ref !== claim.ref) disputed.add(claim.handle);
    else claims.set(claim.handle, claim);
  }
  return [...claims.values()]
    .filter(({ handle, only }) => !disputed.has(handle) && only !== true)
    .map(({ handle, ref, rule, isGroup }) => ({
      handle,
      entity_ref: isGroup ? ref : null,
      size: isGroup ? sizes.get(ref) ?? 0 : 1,
      rule,
    }));
}
