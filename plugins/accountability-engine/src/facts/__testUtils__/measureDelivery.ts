import {
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { exampleService } from '../../measureExample';
import { MeasuredFact, measurePrepared } from '../../measureFact';
import { PreparedFacts, prepareFacts } from '../../prepareFacts';
import { FactDefinition } from '../defineFact';
import { builtInFacts } from '../registry.generated';
import { names, Past, Told } from './deliveryPast';

/** Told by deployments or incidents, and yet with tests of their own. */
const apart = [
  'reliability.blast_radius',
  'reliability.incidents_under_exemption',
];

/** The facts that brute force has to answer; those of changes alone have an oracle beside it. */
export const deliveryFacts = builtInFacts.filter(
  ({ id, burden, needs }) =>
    burden === 'reliability' &&
    !apart.includes(id) &&
    needs.some(kind => kind === 'deployment' || kind === 'incident'),
);

/** All records of a past, in the order of their kinds. */
export function recordsOf(past: Past): ServiceRecord[] {
  return [...past.deployments, ...past.changes, ...past.incidents];
}

/** A past as the engine prepares it, its records in a given order. */
export function prepareDelivery(
  past: Past,
  records: readonly ServiceRecord[] = recordsOf(past),
): PreparedFacts {
  const zones = Object.entries(past.zones).flatMap(
    ([owner, zone]): [string, string][] => (zone ? [[owner, zone]] : []),
  );
  return prepareFacts({
    ...past,
    records: [...records],
    service: { ...exampleService, spans: [...past.spans] },
    settings: { attribution: past.profile, hotfixTitle: past.hotfixTitle },
    foreignCharges: past.foreign,
    groups: { zones: new Map(zones), rotas: new Map() },
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
  });
}

/** One fact as the engine measures it. */
export function measureOne(
  fact: FactDefinition,
  past: Past,
  prepared = prepareDelivery(past),
): MeasuredFact {
  const { windowDays, environment } = past;
  return measurePrepared(fact, prepared, { windowDays, environment });
}

/** Every fact of delivery as the engine measures it, by id. */
export function measureDelivery(
  past: Past,
  prepared = prepareDelivery(past),
): Record<string, MeasuredFact> {
  return Object.fromEntries(
    deliveryFacts.map(fact => [fact.id, measureOne(fact, past, prepared)]),
  );
}

/** What a measured fact says, without words and stamps that move with the clock. */
export function toldBy({ value, values }: MeasuredFact): Told {
  const { sampleSize } = value;
  const evidence = names(value.evidence);
  if (value.status === 'unknown') {
    return { reason: value.reason, sampleSize, evidence };
  }
  const { interval, distribution, parts } = value;
  return {
    value: Number(value.value),
    sampleSize,
    evidence,
    ...(interval && { interval }),
    ...(distribution && { distribution }),
    ...(parts && {
      parts: Object.fromEntries(
        parts.map(({ key, value: count, records }) => [
          key,
          { value: count, records: names(records) },
        ]),
      ),
    }),
    ...(values.length > 0 && {
      singles: [...values].sort((a, b) => (a.record < b.record ? -1 : 1)),
    }),
  };
}
