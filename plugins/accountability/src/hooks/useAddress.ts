import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a page is narrowed to, kept in the query of its address so that a link holds it; an empty value is taken out. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const write = useCallback(
    (next: Record<string, string | undefined>) =>
      setParams(old => {
        const now = new URLSearchParams(old);
        for (const [name, value] of Object.entries(next)) {
          if (value) now.set(name, value);
          else now.delete(name);
        }
        return now;
      }),
    [setParams],
  );
  return { params, write };
}
