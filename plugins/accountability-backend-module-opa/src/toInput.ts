import { FactReading } from 'backstage-plugin-accountability-common';
import { EngineQuestion } from 'backstage-plugin-accountability-node';

/** What a rule of OPA reads as `input`. Instants are texts in ISO 8601, UTC. */
export function toInput(question: EngineQuestion): object {
  const { entityRef, service, facts, request, now } = question;
  const { kind, type, lifecycle, owner, entity } = service;
  return {
    service: { entityRef, kind, type, lifecycle, owner, entity },
    facts: Object.fromEntries(facts.map(fact => [fact.id, valueOf(fact)])),
    ...(request && { request }),
    now: new Date(now).toISOString(),
  };
}

/** The value, or `{unknown: <reason>}`. */
function valueOf(fact: FactReading): unknown {
  if (fact.status === 'unknown') return { unknown: fact.reason };
  return fact.unit === 'instant' && typeof fact.value === 'number'
    ? new Date(fact.value).toISOString()
    : fact.value;
}
