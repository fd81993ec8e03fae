import { useCallback } from 'react';
import { Pages, usePages } from './usePages';
import { Polled, usePolled } from './usePolled';

/** A page of a listing as the server gives it. */
interface Page {
  nextCursor?: string;
}

/**
 * A listing whose first page is polled and whose further pages are read when
 * asked for. `load` has to stay the same function while the question does;
 * another `key` starts anew.
 */
export function usePagedList<Answer extends Page, Item>(
  load: (cursor?: string) => Promise<Answer>,
  options: {
    key: string;
    everyMs?: number;
    itemsOf: (page: Answer) => Item[];
  },
): { first: Polled<Answer>; pages: Pages<Item> } {
  const { key, everyMs, itemsOf } = options;
  const first = usePolled(() => load(), { key, everyMs });
  const loadPage = useCallback(
    async (cursor: string) => {
      const page = await load(cursor);
      return { items: itemsOf(page), nextCursor: page.nextCursor };
    },
    [load, itemsOf],
  );
  const firstCursor = first.data?.nextCursor;
  // A first page that moved on would leave a gap before the further ones.
  const pages = usePages(loadPage, {
    key: `${key} ${firstCursor}`,
    firstCursor,
  });
  return { first, pages };
}
