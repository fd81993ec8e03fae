import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { OrganisationFilter } from 'backstage-plugin-accountability-common';

const kinds = { group: 'Group', system: 'System', domain: 'Domain' } as const;

/** What a request narrows the organisation to, its refs in lower case. Throws 400 for what is no ref. */
export function readFilter(query: OrganisationFilter): OrganisationFilter {
  const { lifecycle, tag } = query;
  const filter: OrganisationFilter = {
    ...(lifecycle !== undefined && { lifecycle }),
    ...(tag !== undefined && { tag }),
  };
  for (const name of ['group', 'system', 'domain'] as const) {
    const ref = query[name];
    if (ref !== undefined) filter[name] = readRef(name, ref);
  }
  return filter;
}

function readRef(name: keyof typeof kinds, ref: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: kinds[name],
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `${name}=${ref} is no entity ref; write it like ${name}:default/payments`,
    );
  }
}
