import { useMemo } from 'react';
import { OrganisationFilter } from 'backstage-plugin-accountability-common';
import { useAddress } from '../../hooks';
import { Behind, readBehind, writeBehind } from './behind/behindAddress';

const names = ['group', 'system', 'domain', 'lifecycle', 'tag'] as const;

/** What the page is narrowed to and what of it is open, kept in the address so that a link holds both. */
export function useOrganisationQuery() {
  const { params, write } = useAddress();
  const address = params.toString();
  const filter = useMemo(() => {
    const read = new URLSearchParams(address);
    const found: OrganisationFilter = {};
    for (const name of names) {
      const value = read.get(name);
      if (value) found[name] = value;
    }
    return found;
  }, [address]);

  const narrow = (next: Record<string, string | undefined>) =>
    write({ ...next, cell: undefined, check: undefined });
  /** The address of the page narrowed to a group, or to none. */
  const searchOf = (group: string | undefined) => {
    const next = new URLSearchParams(address);
    ['group', 'cell', 'check'].forEach(name => next.delete(name));
    if (group) next.set('group', group);
    return `?${next}`;
  };
  return {
    filter,
    narrow,
    clear: () => narrow(Object.fromEntries(names.map(name => [name, '']))),
    searchOf,
    behind: readBehind(params),
    open: (behind: Behind) =>
      write({ check: undefined, ...writeBehind(behind) }),
    close: () => write({ cell: undefined, check: undefined }),
  };
}

/** What the page may be asked to do by what stands on it. */
export type OrganisationQuery = ReturnType<typeof useOrganisationQuery>;
