import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { redirectHint } from './redirectHint';
import { retryAfterMs } from './retryAfterMs';

/** Answer of the intake to one batch. `stopped` is for faults that trying again did not mend. */
export type Sent =
  | { status: 'answered'; response: DeliveryResponse }
  | { status: 'stopped'; because: string };

const attempts = 10;
const longestPauseMs = 60_000;

/** Sends batches to a source of the intake, the generic one unless said otherwise; tries again with growing pauses while the other side is not well. */
export class IntakeClient {
  constructor(
    private readonly options: {
      /** Base address of the plugin, `https://backstage.example.com/api/accountability`. */
      url: string;
      token: string;
      /** The source, with what it takes in the query: `git-log?subject=github:acme/payments`. */
      source?: string;
      /** Called before each pause with what went wrong. */
      onRetry(because: string, pauseMs: number): void;
      sleep?: (ms: number) => Promise<unknown>;
    },
  ) {}

  async send(body: string, idempotencyKey: string): Promise<Sent> {
    const { onRetry, sleep = pause } = this.options;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.tryOnce(body, idempotencyKey);
      if (answer.status !== 'later') return answer;
      if (attempt === attempts) {
        return {
          status: 'stopped',
          because: `${answer.because}, ${attempts} times in a row`,
        };
      }
      const pauseMs = Math.min(
        answer.afterMs ?? 500 * 2 ** (attempt - 1),
        longestPauseMs,
      );
      onRetry(answer.because, pauseMs);
      await sleep(pauseMs);
    }
  }

  private async tryOnce(
    body: string,
    idempotencyKey: string,
  ): Promise<Sent | { status: 'later'; because: string; afterMs?: number }> {
    const { url, token, source = 'generic' } = this.options;
    try {
      const response = await fetch(
        `${url.replace(/\/$/, '')}/deliveries/${source}`,
        {
          method: 'POST',
          redirect: 'manual',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/x-ndjson',
            'idempotency-key': idempotencyKey,
          },
          body,
        },
      );
      const text = await response.text();
      if (response.ok)
        return { status: 'answered', response: JSON.parse(text) };
      const because = `the server answered ${response.status} ${response.statusText}`;
      if (response.status === 429 || response.status >= 500) {
        const header = response.headers.get('retry-after');
        const afterMs = retryAfterMs(header, Date.now());
        return { status: 'later', because, afterMs };
      }
      return {
        status: 'stopped',
        because: `${because}${hintOf(response.status, text)}`,
      };
    } catch (error) {
      return {
        status: 'later',
        because: `the server was not reached: ${causeOf(error)}`,
      };
    }
  }
}

function hintOf(status: number, text: string): string {
  if (status === 401) return ': the token is missing or not valid';
  if (status === 403) {
    return ': the token lacks the permission accountability.delivery.create';
  }
  if (status >= 300 && status < 400) return `, ${redirectHint}`;
  return `: ${text.slice(0, 300)}`;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
