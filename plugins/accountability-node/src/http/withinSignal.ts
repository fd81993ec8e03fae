/** Gives up on work that knows no signals once the signal ends; it rejects with the signal's reason then. */
export async function withinSignal<T>(
  work: Promise<T> | T,
  signal: AbortSignal,
): Promise<T> {
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
