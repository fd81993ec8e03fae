/** What requests of a command carry. */
export interface RequestOptions {
  token: string;
  /** How long one may take; for ever without it. */
  timeoutMs?: number;
  onResponse?: (response: Response) => void;
}

/** A `fetch` that carries the token, and follows no redirects with it. */
export function fetchWith(options: RequestOptions): typeof fetch {
  const { token, timeoutMs, onResponse } = options;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(input, {
      ...init,
      headers,
      redirect: 'manual',
      ...(timeoutMs !== undefined && {
        signal: AbortSignal.timeout(timeoutMs),
      }),
    });
    onResponse?.(response);
    return response;
  };
}
