import { useCallback, useState } from 'react';

/** Pages of a listing after the first one. */
export interface Pages<T> {
  items: T[];
  /** Reads the page after the last one; absent where there is none. */
  more?: () => void;
  loading: boolean;
  error?: Error;
}

interface State<T> {
  key: string;
  items: T[];
  cursor?: string;
  done: boolean;
  loading: boolean;
  error?: Error;
}

/**
 * Further pages of a listing whose first page is polled elsewhere.
 * Another `key` forgets them.
 */
export function usePages<T>(
  load: (cursor: string) => Promise<{ items: T[]; nextCursor?: string }>,
  options: { key: string; firstCursor?: string },
): Pages<T> {
  const { key, firstCursor } = options;
  const empty: State<T> = { key, items: [], done: false, loading: false };
  const [held, setHeld] = useState<State<T>>(empty);
  const state = held.key === key ? held : empty;
  const cursor = state.items.length > 0 ? state.cursor : firstCursor;

  const more = useCallback(async () => {
    if (!cursor) return;
    setHeld({ ...state, loading: true, error: undefined });
    try {
      const page = await load(cursor);
      setHeld({
        key,
        items: [...state.items, ...page.items],
        cursor: page.nextCursor,
        done: !page.nextCursor,
        loading: false,
      });
    } catch (thrown) {
      const error =
        thrown instanceof Error ? thrown : new Error(String(thrown));
      setHeld({ ...state, loading: false, error });
    }
  }, [cursor, key, load, state]);

  return {
    items: state.items,
    more: cursor && !state.done ? more : undefined,
    loading: state.loading,
    error: state.error,
  };
}
