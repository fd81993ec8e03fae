import { setTimeout as sleep } from 'node:timers/promises';
import { deliveryOf } from './deliveries.mjs';

const TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** Deliveries on their way at once; the others wait, as they do at a sender. */
const LANES = 64;

/**
 * Makes deliveries at a steady rate whatever becomes of them, and sends each
 * one again, as senders do, until it is acknowledged.
 */
export class Sender {
  acknowledged = new Map();
  latencies = [];
  retries = 0;
  /** What each attempt failed of, and when. */
  troubles = [];
  made = 0;
  #next = 1;
  #isOver = false;

  constructor({ urls, secret }) {
    this.sendTo(urls);
    this.secret = secret;
  }

  /** From now on to these backends, what failed elsewhere among it. */
  sendTo(urls) {
    this.urls = urls.map(url => `${url}/api/accountability/deliveries/github`);
  }

  /** Makes so many a second for so long, or until the signal, and resolves when all are acknowledged. */
  async run({ rate, ms = Infinity, signal }) {
    const begun = performance.now();
    const lanes = Array.from({ length: LANES }, () => this.#lane());
    while (performance.now() - begun < ms && !signal?.aborted) {
      this.made = Math.floor(((performance.now() - begun) / 1000) * rate);
      await sleep(5);
    }
    this.#isOver = true;
    await Promise.all(lanes);
  }

  get open() {
    return this.made - this.acknowledged.size;
  }

  async #lane() {
    for (;;) {
      if (this.#next <= this.made) {
        const number = this.#next;
        this.#next += 1;
        await this.#deliver(number);
      } else if (this.#isOver) {
        return;
      } else {
        await sleep(2);
      }
    }
  }

  /** By turns to each backend; an attempt again goes to the next one. */
  async #deliver(number) {
    const { id, headers, body } = deliveryOf(number, this.secret);
    let turn = number;
    const begun = performance.now();
    for (
      let pause = FIRST_PAUSE_MS;
      ;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      const url = this.urls[turn % this.urls.length];
      const answer = await this.#post(url, { headers, body });
      turn++;
      if (answer.ok) {
        this.latencies.push(performance.now() - begun);
        this.acknowledged.set(id, answer.body);
        return;
      }
      this.retries += 1;
      this.troubles.push({ at: performance.now(), because: answer.because });
      await sleep(pause);
    }
  }

  async #post(url, { headers, body }) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      if (response.ok) return { ok: true, body: JSON.parse(text) };
      return { ok: false, because: `status ${response.status}` };
    } catch (error) {
      return { ok: false, because: error.cause?.code ?? error.name };
    }
  }
}
