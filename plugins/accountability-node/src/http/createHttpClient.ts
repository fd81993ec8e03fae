import { systemClock } from './Clock';
import { HttpAnswer, HttpClient, HttpFault, HttpRequest } from './HttpClient';
import { HttpClientOptions, HttpSettings } from './HttpSettings';
import { OutsideFault } from './OutsideFault';
import { RateBudget } from './RateBudget';
import { readResponse } from './readResponse';
import { sendOnce, Sent } from './sendOnce';
import { urlOf } from './urlOf';

const FIRST_WAIT_MS = 1000;
/** Longest wait between two tries; who asks for more is asked again another time. */
const LONGEST_WAIT_MS = 20_000;

/**
 * A client of one host for reading JSON. It repeats what failed with growing
 * waits, honours the host's limits and leaves a share of them to others. What
 * goes wrong comes back as an answer; it never throws and never tells of
 * credentials.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings: HttpSettings = {
    baseUrl: options.baseUrl,
    headers: options.headers,
    leave: options.leave ?? 0.5,
    timeoutMs: options.timeoutMs ?? 30_000,
    tries: options.tries ?? 3,
    mostBytes: options.mostBytes ?? 20 * 1024 * 1024,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
  const budget = new RateBudget(settings.leave);
  return {
    get: request => ask({ settings, budget, request }),
    post: request => ask({ settings, budget, request }),
  };
}

interface Asked {
  settings: HttpSettings;
  budget: RateBudget;
  request: HttpRequest & { body?: unknown };
}

async function ask({ settings, budget, request }: Asked): Promise<HttpAnswer> {
  const url = urlOf(settings.baseUrl, request);
  if (url === undefined) {
    return faultOf('unreadable', `${request.path} is not on the host asked`);
  }
  const { clock, tries } = settings;
  let last: HttpFault | undefined;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const until = budget.blockedUntil(clock.now());
    if (until !== undefined) return limited(url, until);
    const sent = await sendOnce({ settings, request, url });
    const answer = await take({ settings, budget, sent, url });
    if (answer.status !== 'fault') return answer;
    last = answer;
    const wait = waitBefore(answer.fault, attempt, settings);
    if (wait === undefined || attempt === tries) break;
    await clock.sleep(wait, request.signal);
  }
  return last ?? faultOf('unreachable', `${url.host} was not asked`);
}

/** What a response says, after the budget took note of it. */
async function take(given: {
  settings: HttpSettings;
  budget: RateBudget;
  sent: Sent;
  url: URL;
}): Promise<HttpAnswer> {
  const { settings, budget, sent, url } = given;
  if ('fault' in sent) return { status: 'fault', fault: sent.fault };
  budget.note(sent.headers, settings.clock.now());
  const answer = readResponse(sent, { url, now: settings.clock.now() });
  if (answer.status === 'fault' && answer.fault.kind === 'limited') {
    budget.block(answer.fault.until ?? settings.clock.now());
  }
  return answer;
}

/** How long to wait before the next try; undefined where there is to be none. */
function waitBefore(
  fault: OutsideFault,
  attempt: number,
  { clock, random }: HttpSettings,
): number | undefined {
  if (fault.kind !== 'unreachable') return undefined;
  const growing = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random());
  const asked = Math.max(0, (fault.until ?? 0) - clock.now());
  const wait = Math.max(growing, asked);
  return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

function limited(url: URL, until: number): HttpFault {
  return faultOf(
    'limited',
    `${url.host} is not asked before ${new Date(
      until,
    ).toISOString()}: the rest of its quota is left to others`,
    until,
  );
}

function faultOf(
  kind: OutsideFault['kind'],
  because: string,
  until?: number,
): HttpFault {
  return { status: 'fault', fault: new OutsideFault(kind, because, { until }) };
}
