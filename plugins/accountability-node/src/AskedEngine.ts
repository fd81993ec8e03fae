import {
  EngineAnswer,
  PolicyScope,
} from 'backstage-plugin-accountability-engine';
import { FactReading } from 'backstage-plugin-accountability-common';

/** One check of one service that another engine is asked. */
export interface EngineQuestion {
  entityRef: string;
  /** What to ask, in the engine's own words: for OPA the path of a rule. */
  path: string;
  /** Facts that the check names; unknown ones are among them, as unknown. */
  facts: readonly FactReading[];
  service: PolicyScope['service'];
  request?: PolicyScope['request'];
  /** Epoch milliseconds. */
  now: number;
}

/**
 * An engine outside of the arithmetic. It is asked before checks are judged,
 * and what it says is passed in. It says pass, fail, unknown or error, and
 * nothing of modes, exemptions or gates, which are the same for every engine.
 */
export interface AskedEngine {
  /** As rules name it, for example `opa`. */
  id: string;
  /** As decisions name it; asked once at the start and now and then. */
  version(signal: AbortSignal): Promise<string>;
  /** What is wrong with a path as a rule writes it, as a sentence; undefined where nothing is. */
  faultOf(path: string): string | undefined;
  /**
   * An answer for each question, in their order. Does not throw: what could
   * not be asked is an `error` that says what to do.
   */
  ask(
    questions: readonly EngineQuestion[],
    options: { signal: AbortSignal },
  ): Promise<EngineAnswer[]>;
}
