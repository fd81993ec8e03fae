/**
 * Calls `once`, and again `everyMs` after each call ended, until aborted.
 * A hidden page waits: it asks nothing, and asks at once when it is seen again.
 */
export async function pollWhileVisible(
  once: () => Promise<void>,
  options: { everyMs?: number; signal: AbortSignal },
): Promise<void> {
  const { everyMs, signal } = options;
  await once();
  while (everyMs !== undefined && !signal.aborted) {
    await pause(everyMs, signal);
    await visible(signal);
    if (!signal.aborted) await once();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function visible(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
    done();
  });
}
