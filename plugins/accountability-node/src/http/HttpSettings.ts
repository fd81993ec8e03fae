import { Clock } from './Clock';

/** How a host is asked. */
export interface HttpClientOptions {
  /** `https://api.github.com`; no other host is ever asked. */
  baseUrl: string;
  /** Headers of every request, credentials among them; asked for before each try, since tokens expire. May throw an `OutsideFault`. */
  headers(): Promise<Record<string, string>> | Record<string, string>;
  /** Share of the quota that is left to others, 0 to 1; half where absent. */
  leave?: number;
  /** Longest wait for one whole answer; 30 s where absent. */
  timeoutMs?: number;
  /** Tries of one request; 3 where absent. */
  tries?: number;
  /** Largest answer taken; 20 MB where absent. */
  mostBytes?: number;
  clock?: Clock;
  /** 0 to 1; spreads the tries of several replicas. */
  random?(): number;
}

/** The options, settled. */
export type HttpSettings = Required<HttpClientOptions>;
