import { z } from 'zod';
import { HttpAnswer } from './HttpClient';
import { nameOf } from './nameOf';
import { OutsideFault, OutsideFaultKind } from './OutsideFault';
import { readLimit } from './readLimit';
import { readNextLink } from './readNextLink';
import { readRetryAfter } from './readRetryAfter';
import { Sent } from './sendOnce';

type Response = Exclude<Sent, { fault: OutsideFault }>;

interface Context {
  url: URL;
  now: number;
}

/** Longest part of another system's own words that is repeated. */
const LONGEST_WORDS = 200;

/** What a response means. */
export function readResponse(response: Response, context: Context): HttpAnswer {
  const { status, headers, text } = response;
  if (status === 304) return { status: 'unchanged' };
  if (text === undefined) {
    return faultOf(response, context, {
      kind: 'unreadable',
      because: 'is larger than allowed',
    });
  }
  if (status < 200 || status > 299) return refusalOf(response, context);
  const body = text === '' ? { read: undefined } : parse(text);
  if (!body) {
    return faultOf(response, context, {
      kind: 'unreadable',
      because: 'is not JSON',
    });
  }
  return {
    status: 'answered',
    body: body.read,
    headers,
    url: context.url.href,
    etag: headers.get('etag') ?? undefined,
    next: readNextLink(headers, context.url.href),
  };
}

function refusalOf(response: Response, context: Context): HttpAnswer {
  const { status, headers, text = '' } = response;
  const says = wordsIn(text);
  const until = readLimit({ status, headers, says }, context.now);
  const told = says === '' ? '' : `, "${says}"`;
  if (until !== undefined) {
    return faultOf(response, context, {
      kind: 'limited',
      because: `asks for a pause${told}`,
      until,
    });
  }
  const isTheirs = status >= 500 || status === 408 || status === 425;
  return faultOf(response, context, {
    kind: isTheirs ? 'unreachable' : 'refused',
    because: `answers ${status}${told}`,
    until: isTheirs ? readRetryAfter(headers, context.now) : undefined,
  });
}

function faultOf(
  { status }: Response,
  { url }: Context,
  what: { kind: OutsideFaultKind; because: string; until?: number },
): HttpAnswer {
  const { kind, because, until } = what;
  return {
    status: 'fault',
    fault: new OutsideFault(kind, `${nameOf(url)} ${because}`, {
      until,
      status,
    }),
  };
}

function parse(text: string): { read: unknown } | undefined {
  try {
    return { read: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const words = z.union([
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ error: z.string() }).transform(({ error }) => error),
  z
    .object({ error: z.object({ message: z.string() }) })
    .transform(({ error }) => error.message),
]);

/** What the other side says itself, as GitHub, GitLab and PagerDuty write it. */
function wordsIn(text: string): string {
  const read = words.safeParse(parse(text)?.read);
  return read.success ? read.data.slice(0, LONGEST_WORDS) : '';
}
