import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { DemoDelivery } from '../deliveries/DemoDelivery';
import { Secrets, signed } from './signed';

/** Where deliveries go and how they are signed. */
export interface Receiver extends Secrets {
  /** Address of the backend, `http://localhost:7007`. */
  baseUrl: string;
  signal?: AbortSignal;
}

const attempts = 8;
const firstPauseMs = 250;

/**
 * Sends one delivery; a fault of the receiver (network, 429, 5xx) is tried
 * again with growing pauses. Throws where the receiver refuses or stays away.
 */
export async function sendDelivery(
  receiver: Receiver,
  delivery: DemoDelivery,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(receiver, delivery);
    if (answer.status === 'taken') return;
    if (answer.status === 'refused' || attempt === attempts) {
      throw new Error(
        `The ${delivery.source} delivery was not taken: ${answer.because}`,
      );
    }
    const pause = answer.retryAfterMs ?? firstPauseMs * 2 ** (attempt - 1);
    await sleep(Math.min(pause, 30_000), undefined, {
      signal: receiver.signal,
    });
  }
}

type Answer =
  | { status: 'taken' }
  | { status: 'refused'; because: string }
  | { status: 'later'; because: string; retryAfterMs?: number };

async function tryOnce(
  { baseUrl, signal, ...secrets }: Receiver,
  delivery: DemoDelivery,
): Promise<Answer> {
  const url = `${baseUrl}/api/accountability/deliveries/${delivery.source}`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: signed(delivery, secrets),
      body: delivery.body,
      signal,
    });
    const text = await response.text();
    if (response.ok) return readTaken(text);
    const because = `${response.status} ${text.slice(0, 300)}`;
    if (response.status !== 429 && response.status < 500) {
      return { status: 'refused', because };
    }
    const seconds = Number(response.headers.get('retry-after'));
    return {
      status: 'later',
      because,
      retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
    };
  } catch (error) {
    signal?.throwIfAborted();
    return { status: 'later', because: String(error) };
  }
}

/** A batch may be taken in part; a demo whose events are refused is a fault of the demo. */
function readTaken(text: string): Answer {
  const answer: Partial<DeliveryResponse> = JSON.parse(text);
  const refused = answer.refused?.[0];
  if (!refused) return { status: 'taken' };
  return {
    status: 'refused',
    because: `line ${refused.line}: ${refused.because}`,
  };
}
