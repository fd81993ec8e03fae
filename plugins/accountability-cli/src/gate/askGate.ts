import { setTimeout as pause } from 'node:timers/promises';
import {
  GateDecision,
  GateRequest,
  PolicyClient,
} from 'backstage-plugin-accountability-common';
import { fetchWith } from '../sending/fetchWith';
import { retryAfterMs } from '../sending/retryAfterMs';
import { troubleOf } from '../sending/troubleOf';
import { isDecision } from './isDecision';

/** What came of asking. `refused`: the server answered and did not decide; `unreached`: nobody answered, or only that it is out of order. */
export type Asked =
  | { status: 'decided'; decision: GateDecision }
  | { status: 'misused' | 'refused' | 'unreached'; because: string };

/** Where to ask, and how long to go on. */
export interface AskOptions {
  url: string;
  token: string;
  timeoutMs: number;
  /** Attempts after the first. */
  retries: number;
  sleep?: (ms: number) => Promise<unknown>;
  onRetry(because: string, pauseMs: number): void;
}

const notOurs =
  'what answered is not the API of Accountability; --url has to end in /api/accountability, and nothing in between may ask for a login';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Asks a gate, and again with growing pauses while nobody answers; each time with the same key, so that there is one decision. */
export async function askGate(
  gate: string,
  request: GateRequest,
  options: AskOptions,
): Promise<Asked> {
  const { url, token, timeoutMs, retries, sleep = pause } = options;
  let wishedMs: number | undefined;
  const client = new PolicyClient({
    baseUrl: url.replace(/\/$/, ''),
    fetch: fetchWith({
      token,
      timeoutMs,
      onResponse: ({ headers }) => {
        wishedMs = retryAfterMs(headers.get('retry-after'), Date.now());
      },
    }),
  });
  for (let attempt = 0; ; attempt++) {
    wishedMs = undefined;
    const asked = await askOnce(client, gate, request);
    if (asked.status !== 'unreached' || attempt >= retries) return asked;
    const pauseMs = Math.min(
      wishedMs ?? firstPauseMs * 2 ** attempt,
      longestPauseMs,
    );
    options.onRetry(asked.because, pauseMs);
    await sleep(pauseMs);
  }
}

async function askOnce(
  client: PolicyClient,
  gate: string,
  request: GateRequest,
): Promise<Asked> {
  try {
    const decision = await client.askGate(gate, request);
    return isDecision(decision)
      ? { status: 'decided', decision }
      : { status: 'refused', because: notOurs };
  } catch (error) {
    const { code, words } = troubleOf(error);
    if (code === 0 && isSyntax(error)) {
      return { status: 'refused', because: notOurs };
    }
    return { status: statusOf(code), because: words };
  }
}

/** A page in place of JSON. */
function isSyntax(error: unknown): boolean {
  return Reflect.get(Object(error), 'name') === 'SyntaxError';
}

function statusOf(code: number): 'misused' | 'refused' | 'unreached' {
  if (code === 0 || code === 429 || code >= 500) return 'unreached';
  return [400, 404, 409].includes(code) ? 'misused' : 'refused';
}
