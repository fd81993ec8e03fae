import { parseEntityRef } from '@backstage/catalog-model';

/** Path in the portal of what Accountability says of a group. */
export function pageOfGroup(groupRef: string): string {
  const { kind, namespace, name } = parseEntityRef(groupRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}/accountability`;
}
