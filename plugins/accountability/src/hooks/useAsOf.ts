import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The past instant a page speaks of, kept in the address as `?at=`; absent is the present. */
export function useAsOf() {
  const [params, setParams] = useSearchParams();
  const read = Date.parse(params.get('at') ?? '');
  const at = Number.isNaN(read) ? undefined : read;
  const setAt = useCallback(
    (next: number | undefined) =>
      setParams(old => {
        const now = new URLSearchParams(old);
        if (next === undefined) now.delete('at');
        else now.set('at', new Date(next).toISOString());
        return now;
      }),
    [setParams],
  );
  return { at, setAt };
}
