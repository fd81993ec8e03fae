import { isError } from '@backstage/errors';
import { ListContent } from './ListContent';
import { readBytes } from './readBytes';
import { Resolve, systemResolve, whyNotFollow } from './whyNotFollow';

const TRIES = 3;
const FIRST_WAIT_MS = 2000;
const TIMEOUT_MS = 60_000;
/** Hosts of lists take one or two: to the newest edition, and to who stores it. */
const MOST_REDIRECTS = 5;

/** How an address is asked. */
export interface FetchOptions {
  signal: AbortSignal;
  /** Resolves after so many milliseconds, or once the signal ends it. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Longest wait for a whole answer, milliseconds; 60 s where absent. */
  timeoutMs?: number;
  /** For tests. */
  resolve?: Resolve;
}

/**
 * Fetches a list where it is another than the one with the etag. Redirects are
 * followed where `whyNotFollow` has nothing against it; nothing secret is sent.
 * What may pass is tried three times, 2 and 8 seconds apart.
 */
export async function fetchList(
  url: string,
  etag: string | undefined,
  options: FetchOptions,
): Promise<ListContent> {
  for (let attempt = 1; ; attempt += 1) {
    const content = await ask(url, etag, options);
    const mayPass = content.status === 'fault' && content.isPassing;
    if (!mayPass || attempt === TRIES) return content;
    await options.sleep(FIRST_WAIT_MS * 4 ** (attempt - 1), options.signal);
    if (options.signal.aborted) return content;
  }
}

async function ask(
  url: string,
  etag: string | undefined,
  { signal, timeoutMs = TIMEOUT_MS, resolve = systemResolve }: FetchOptions,
): Promise<ListContent> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const init = {
    redirect: 'manual',
    signal: AbortSignal.any([signal, timeout]),
    headers: {
      'user-agent': 'backstage-plugin-accountability',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    },
  } as const;
  try {
    const response = await follow(new URL(url), init, resolve);
    if (typeof response === 'string') return leadsAstray(response);
    if (response.status === 200) return await take(response);
    await response.body?.cancel();
    return response.status === 304 && etag !== undefined
      ? { status: 'same' }
      : refused(response.status);
  } catch (error) {
    return {
      status: 'fault',
      isPassing: true,
      because: timeout.aborted ? 'there was no answer in time' : causeOf(error),
    };
  }
}

/** Gives the answer at the end of the redirects, or why they are not followed to it. */
async function follow(
  configured: URL,
  init: RequestInit,
  resolve: Resolve,
): Promise<Response | string> {
  let at = configured;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(at, init);
    const location = response.headers.get('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    if (!isRedirect || !location) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, at.href)) return 'to what is no address';
    const to = new URL(location, at);
    const whyNot = await whyNotFollow(at, to, resolve);
    if (whyNot !== undefined) return whyNot;
    at = to;
  }
  return 'in circles';
}

function leadsAstray(where: string): ListContent {
  return {
    status: 'fault',
    because: `the host redirects ${where}, which is not followed; configure the address itself where it is meant`,
  };
}

/** The runtime inflates what the answer says is packed, and the limit holds for what comes out. */
async function take(response: Response): Promise<ListContent> {
  if (!response.body) return { status: 'fault', because: 'it is empty' };
  const content = await readBytes(response.body);
  const etag = response.headers.get('etag');
  return content.status === 'read' && etag !== null
    ? { ...content, etag }
    : content;
}

function refused(status: number): ListContent {
  return {
    status: 'fault',
    isPassing: status >= 500,
    because: `the host answers with status ${status}`,
  };
}

/** Its code or name: the message may repeat the address, which may hold a token. */
function causeOf(error: unknown): string {
  const cause = isError(error) ? error.cause ?? error : error;
  return isError(cause) ? String(cause.code ?? cause.name) : 'unknown error';
}
