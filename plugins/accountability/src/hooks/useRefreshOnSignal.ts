import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  TurnedSignal,
  turnedChannel,
} from 'backstage-plugin-accountability-common';

/** Signals that come within this are one; and pages that one signal reaches do not all ask at the same instant. */
const LEAST_WAIT_MS = 300;
const SPREAD_MS = 700;

/**
 * Refreshes once an assessment said something else of any of the services, or
 * of any at all where none are named. Where an app has no signals, nothing
 * happens, and the page is as fresh as its polling.
 */
export function useRefreshOnSignal(
  refresh: () => void,
  options: { entityRefs?: readonly string[]; paused?: boolean } = {},
): void {
  const { paused } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef({ refresh, entityRefs: options.entityRefs });
  latest.current = { refresh, entityRefs: options.entityRefs };

  useEffect(() => {
    if (!signals || paused) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      timer = undefined;
      // A hidden page asks once it is seen again.
      if (document.visibilityState !== 'hidden') latest.current.refresh();
    };
    const { unsubscribe } = signals.subscribe<TurnedSignal>(
      turnedChannel,
      signal => {
        if (!isAbout(signal, latest.current.entityRefs)) return;
        timer ??= setTimeout(done, LEAST_WAIT_MS + Math.random() * SPREAD_MS);
      },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [signals, paused]);
}

function isAbout(
  { entityRefs: told }: TurnedSignal,
  entityRefs: readonly string[] | undefined,
): boolean {
  if (!told || !entityRefs) return true;
  return entityRefs.some(ref => told.includes(ref));
}
