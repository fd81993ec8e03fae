import { FactData, FactUnit } from 'backstage-plugin-accountability-common';

/** A fact that somebody else measures, as policy may read it. */
export interface ProvidedFact {
  /** `<namespace>.<name>`, lower case; the namespace is none of the five burdens. */
  id: string;
  /** Says the type of its values; see `FactData`. */
  unit: FactUnit;
  /** What it answers, as a question. */
  question: string;
  /** A value that is older counts as unknown; milliseconds. */
  maxAgeMs: number;
}

/** What a provider tells of one service: a value by fact id. A fact that is left out is unknown. */
export interface ProvidedFacts {
  entityRef: string;
  values: Record<string, FactData>;
  /** When it was measured, epoch milliseconds; when it was told where absent. */
  observedAt?: number;
}

/**
 * Tells facts of services that are measured elsewhere. It is asked on one
 * replica at a time, by the clock; what it throws is told and tried again with
 * backoff, and values told before stay until they are too old.
 */
export interface FactProvider {
  id: string;
  facts: readonly ProvidedFact[];
  /** How often it is asked; milliseconds. */
  everyMs: number;
  /** Pages of what it tells of any services of the catalog; those that are no services of ours are ignored. */
  read(options: {
    entityRefs: readonly string[];
    signal: AbortSignal;
  }): AsyncIterable<readonly ProvidedFacts[]>;
}
