import {
  AskedEngine,
  Clock,
  createHttpClient,
  HttpClient,
} from 'backstage-plugin-accountability-node';
import { askOpa, OpaAnswer } from './askOpa';
import { readVersion } from './readVersion';
import { OpaSettings } from './readOpaSettings';
import { whyNotPath } from './whyNotPath';

type Answers = ReturnType<AskedEngine['ask']>;
type Questions = Parameters<AskedEngine['ask']>[0];

/** A check is told in a sentence: an answer with more than this is none. */
const MOST_BYTES = 256 * 1024;
/** One more than one, so that a connection that was closed between two requests fails no check. */
const TRIES = 2;
const VERSION_KEPT_MS = 10 * 60_000;
/** Answers of status 500 in a row after which a path is not asked any more: its rule fails for every service. */
const MOST_FAILURES = 3;

/** OPA over its Data API, as an engine that checks may name. */
export function createOpaEngine(
  { url, token, timeoutMs, concurrency }: OpaSettings,
  options: { clock?: Clock } = {},
): AskedEngine {
  const client = createHttpClient({
    baseUrl: url,
    headers: (): Record<string, string> =>
      token ? { authorization: `Bearer ${token}` } : {},
    leave: 0,
    timeoutMs,
    tries: TRIES,
    mostBytes: MOST_BYTES,
    clock: options.clock,
  });
  const now = options.clock?.now ?? Date.now;
  let known: { version: string; until: number } | undefined;
  return {
    id: 'opa',
    faultOf: whyNotPath,
    async version(signal) {
      if (known && known.until > now()) return known.version;
      const version = await readVersion(client, signal);
      known = { version, until: now() + VERSION_KEPT_MS };
      return version;
    },
    ask: (questions, { signal }) =>
      askAll(questions, { client, concurrency, signal }),
  };
}

/** Asks so many at once. Once OPA gives no answer at all, the rest is not asked: it would wait for nothing. */
async function askAll(
  questions: Questions,
  given: { client: HttpClient; concurrency: number; signal: AbortSignal },
): Answers {
  const { client, concurrency, signal } = given;
  const answers: OpaAnswer['answer'][] = [];
  const failures = new Map<string, number>();
  let out: OpaAnswer['answer'] | undefined;
  let next = 0;
  const work = async () => {
    while (next < questions.length) {
      const index = next;
      next += 1;
      const { path } = questions[index];
      const failed = () => failures.get(path) ?? 0;
      if (out) answers[index] = out;
      else if (failed() >= MOST_FAILURES) {
        answers[index] = {
          status: 'error',
          because: `OPA failed at ${path} for other services, so that it was not asked for this one; see what its log says of that rule.`,
        };
      } else {
        const { answer, fault } = await askOpa(
          client,
          questions[index],
          signal,
        );
        answers[index] = answer;
        failures.set(path, fault === 'rule' ? failed() + 1 : 0);
        if (fault === 'out') out = answer;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return answers;
}
