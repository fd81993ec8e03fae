import {
  FactRetrieverContext,
  FactRetrieverRegistration,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FactData } from 'backstage-plugin-accountability-common';
import {
  FactProvider,
  ProvidedFacts,
  withinSignal,
} from 'backstage-plugin-accountability-node';
import { Duration } from 'luxon';
import { everyOf } from './everyOf';
import { snakeCase } from './names';
import { RetrieverFact, toFacts } from './toFacts';
import { toValue } from './toValue';

/** What handlers of retrievers are called with, as Tech Insights calls them. */
export type RetrieverContext = Omit<FactRetrieverContext, 'entityFilter'>;

/** What takes the place of what registrations say. */
export interface RetrieverOptions {
  /** How often they are asked, milliseconds; where absent as often as their cadence says. */
  everyMs?: number;
  /** From what age on a value is unknown, milliseconds; where absent their time to live, else twice as long as between two turns, at least a day. */
  maxAgeMs?: number;
}

const USUAL_TIMEOUT_MS = 5 * 60_000;
const LEAST_AGE_MS = 24 * 60 * 60_000;
/** Services of one page. */
const PAGE = 500;

/**
 * A fact retriever of Tech Insights as a provider of facts. They are named
 * `<retriever>.<fact>`, both in snake case. Its handler is called as Tech
 * Insights calls it, with its entity filter in the context, and given up on
 * after its timeout. What no rule could read is left out and logged.
 */
export function fromFactRetriever(
  registration: FactRetrieverRegistration,
  context: RetrieverContext,
  options: RetrieverOptions = {},
): FactProvider {
  const { factRetriever, cadence, timeout, lifecycle } = registration;
  const { id, entityFilter } = factRetriever;
  const { facts, troubles } = toFacts(factRetriever);
  const logger = context.logger.child({ factRetrieverId: id });
  troubles.forEach(trouble => logger.warn(trouble));
  const everyMs = options.everyMs ?? everyOf(cadence);
  const timeToLive =
    lifecycle && 'timeToLive' in lifecycle
      ? Duration.fromDurationLike(lifecycle.timeToLive).toMillis()
      : undefined;
  const maxAgeMs =
    options.maxAgeMs ?? timeToLive ?? Math.max(2 * everyMs, LEAST_AGE_MS);
  const timeoutMs = timeout
    ? Duration.fromDurationLike(timeout).toMillis()
    : USUAL_TIMEOUT_MS;
  return {
    id: snakeCase(id),
    facts: facts.map(({ id: fact, unit, question }) => ({
      id: fact,
      unit,
      question,
      maxAgeMs,
    })),
    everyMs,
    async *read({ signal }) {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const told = await withinSignal(
        factRetriever.handler({ ...context, logger, entityFilter }),
        ended,
      );
      for (let start = 0; start < told.length; start += PAGE) {
        yield told
          .slice(start, start + PAGE)
          .map(one => toProvided(one, facts));
      }
    },
  };
}

function toProvided(
  { entity, facts: told, timestamp }: TechInsightFact,
  facts: readonly RetrieverFact[],
): ProvidedFacts {
  const values: Record<string, FactData> = {};
  for (const { id, name, unit } of facts) {
    const value = toValue(unit, told[name]);
    if (value !== undefined) values[id] = value;
  }
  return {
    entityRef: stringifyEntityRef(entity),
    values,
    ...(timestamp && { observedAt: timestamp.toMillis() }),
  };
}
