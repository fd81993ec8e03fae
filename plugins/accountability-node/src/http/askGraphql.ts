import { z } from 'zod';
import { HttpClient, HttpFault } from './HttpClient';
import { OutsideFault } from './OutsideFault';

/** A question in GraphQL. It must change nothing: it may be sent several times. */
export interface GraphqlQuestion {
  /** Below the base URL. */
  path: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  signal: AbortSignal;
  /** Epoch milliseconds. */
  now: number;
}

/** The data of an answer, or why there is none. */
export type GraphqlAnswer = { status: 'answered'; data: unknown } | HttpFault;

const envelope = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string().catch('unknown error'),
        type: z.string().optional().catch(undefined),
        extensions: z.object({ code: z.string() }).optional().catch(undefined),
      }),
    )
    .optional(),
});

/** GitHub names no time with it; its headers, where it sends them, were noted already. */
const LIMIT_MS = 60_000;

/**
 * Asks in GraphQL. Errors come with status 200 there: a limit is a limit, what
 * has a type or code is a refusal, and anything else went wrong over there.
 * Half an answer is none, since what is missing would be taken for nothing.
 */
export async function askGraphql(
  client: HttpClient,
  question: GraphqlQuestion,
): Promise<GraphqlAnswer> {
  const { path, query, variables, signal, now } = question;
  const answer = await client.post({
    path,
    signal,
    body: { query, variables },
  });
  if (answer.status === 'fault') return answer;
  const read = envelope.safeParse(
    answer.status === 'answered' ? answer.body : undefined,
  );
  if (!read.success) return fault('unreadable', `${path} answers no GraphQL`);
  const [error] = read.data.errors ?? [];
  if (!error) return { status: 'answered', data: read.data.data };
  const because = `${path} answers "${error.message.slice(0, 200)}"`;
  const code = error.type ?? error.extensions?.code;
  if (code === undefined) return fault('unreachable', because);
  return /^RATE_LIMIT/i.test(code)
    ? fault('limited', because, now + LIMIT_MS)
    : fault('refused', because);
}

function fault(
  kind: OutsideFault['kind'],
  because: string,
  until?: number,
): HttpFault {
  return { status: 'fault', fault: new OutsideFault(kind, because, { until }) };
}
