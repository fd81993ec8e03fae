import { CodeownersHandleRow } from '../../database/tables';
import { CatalogPeople } from './CatalogPeople';
import { Claim, claimsOfGroup, claimsOfUser } from './claimsOf';
import { sizesOf } from './sizesOf';

/**
 * Who of the catalog goes by which name of a host. Of people it says that they
 * are there and not who they are. A name that two claim is nobody's.
 */
export function mapHandles(people: CatalogPeople): CodeownersHandleRow[] {
  const sizes = sizesOf(people);
  const claims = new Map<string, Claim>();
  const disputed = new Set<string>();
  for (const claim of [
    ...people.groups.flatMap(claimsOfGroup),
    ...people.users.flatMap(claimsOfUser),
  ]) {
    const known = claims.get(claim.handle);
    if (known && known.ref !== claim.ref) disputed.add(claim.handle);
    else claims.set(claim.handle, claim);
  }
  return [...claims.values()]
    .filter(({ handle, only }) => !disputed.has(handle) && only !== true)
    .map(({ handle, ref, rule, isGroup }) => ({
      handle,
      entity_ref: isGroup ? ref : null,
      size: isGroup ? sizes.get(ref) ?? null : 1,
      rule,
    }));
}
