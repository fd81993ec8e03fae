import { useCallback } from 'react';
import { useAddress } from './useAddress';

/** The past instant a page speaks of, kept in the address as `?at=`; absent is the present. */
export function useAsOf() {
  const { params, write } = useAddress();
  const read = Date.parse(params.get('at') ?? '');
  const at = Number.isNaN(read) ? undefined : read;
  const setAt = useCallback(
    (next: number | undefined) =>
      write({
        at: next === undefined ? undefined : new Date(next).toISOString(),
      }),
    [write],
  );
  return { at, setAt };
}
