import { HttpRequest } from './HttpClient';
import { HttpSettings } from './HttpSettings';
import { nameOf } from './nameOf';
import { OutsideFault } from './OutsideFault';
import { readCapped } from './readCapped';
import { withinSignal } from './withinSignal';

/** An answer as it came, or why there is none. `text` is undefined where it is longer than allowed. */
export type Sent =
  | { status: number; headers: Headers; text: string | undefined }
  | { fault: OutsideFault };

interface Given {
  settings: HttpSettings;
  request: HttpRequest & { body?: unknown };
  url: URL;
}

const MOST_REDIRECTS = 3;

/** Sends a request and follows redirects, as long as they stay on the host: credentials go nowhere else. */
export async function sendOnce(given: Given): Promise<Sent> {
  const { settings, request, url } = given;
  const timeout = settings.clock.timeout(settings.timeoutMs);
  const signal = AbortSignal.any([request.signal, timeout]);
  try {
    signal.throwIfAborted();
    const credentials = await withinSignal(settings.headers(), signal);
    const init = { ...toInit(request, credentials), signal };
    let at = url;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await fetch(at, init);
      const target = redirectOf(response, at);
      if (!target) return await read(response, settings.mostBytes);
      await response.body?.cancel();
      if (target.origin !== url.origin) return elsewhere(url, target);
      at = target;
    }
    return fault('unreadable', `${nameOf(url)} redirects in circles`);
  } catch (error) {
    if (request.signal.aborted) {
      return fault('stopped', `Asking ${url.host} was stopped`);
    }
    // Who has the credentials may know better why there are none.
    if (error instanceof OutsideFault) return { fault: error };
    const why = timeout.aborted
      ? 'there was no answer in time'
      : causeOf(error);
    return fault('unreachable', `${nameOf(url)} could not be read: ${why}`);
  }
}

function toInit(
  { body, etag }: Given['request'],
  credentials: Record<string, string>,
): RequestInit {
  return {
    redirect: 'manual',
    method: body === undefined ? 'GET' : 'POST',
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      accept: 'application/json',
      'user-agent': 'backstage-plugin-accountability',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...credentials,
    },
  };
}

async function read(response: Response, mostBytes: number): Promise<Sent> {
  return {
    status: response.status,
    headers: response.headers,
    text: await readCapped(response, mostBytes),
  };
}

function redirectOf({ status, headers }: Response, at: URL): URL | undefined {
  const location = headers.get('location');
  const redirects = [301, 302, 303, 307, 308].includes(status);
  return redirects && location !== null && URL.canParse(location, at.href)
    ? new URL(location, at)
    : undefined;
}

function elsewhere(url: URL, target: URL): Sent {
  return fault(
    'unreadable',
    `${nameOf(url)} redirects to ${target.host}, which is not followed`,
  );
}

function fault(kind: OutsideFault['kind'], because: string): Sent {
  return { fault: new OutsideFault(kind, because) };
}

/** The code or name of an error: messages of foreign clients may repeat what was sent. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause ?? error : error;
  if (!(cause instanceof Error)) return 'unknown error';
  return 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : cause.name;
}
