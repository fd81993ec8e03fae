import { useCallback, useEffect, useRef, useState } from 'react';
import { pollWhileVisible } from './pollWhileVisible';

/** What a page knows of an answer: nothing yet, an error, or the answer, possibly with a refresh that failed since. */
export interface Polled<T> {
  data?: T;
  error?: Error;
  /** When `data` arrived, epoch milliseconds. */
  refreshedAt?: number;
  retry(): void;
}

interface Held<T> {
  key: string;
  data?: T;
  error?: Error;
  refreshedAt?: number;
}

/** Milliseconds between two refreshes of a page that shows the present. */
export const POLL_MS = 5000;

/**
 * Loads and, with `everyMs`, loads again while the page is visible. The last
 * answer stays while the next one is on its way, so nothing flickers; another
 * `key` starts anew.
 */
export function usePolled<T>(
  load: () => Promise<T>,
  options: { key: string; everyMs?: number },
): Polled<T> {
  const { key, everyMs } = options;
  const [held, setHeld] = useState<Held<T>>({ key });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    const stop = new AbortController();
    const once = async () => {
      try {
        const data = await latest.current();
        if (stop.signal.aborted) return;
        setHeld({ key, data, refreshedAt: Date.now() });
      } catch (thrown) {
        if (stop.signal.aborted) return;
        const error =
          thrown instanceof Error ? thrown : new Error(String(thrown));
        setHeld(old => (old.key === key ? { ...old, error } : { key, error }));
      }
    };
    pollWhileVisible(once, { everyMs, signal: stop.signal });
    return () => stop.abort();
  }, [key, everyMs, round]);

  const retry = useCallback(() => {
    setHeld(old => ({ ...old, error: undefined }));
    setRound(n => n + 1);
  }, []);
  const current = held.key === key ? held : undefined;
  return {
    data: current?.data,
    error: current?.error,
    refreshedAt: current?.refreshedAt,
    retry,
  };
}
