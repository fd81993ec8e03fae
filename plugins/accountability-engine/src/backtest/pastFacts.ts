import {
  FactUnit,
  FactReading,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { FactType } from '../policy';
import { KeptValue } from './BacktestService';

/** Units of which a number is kept for each day. */
const isKept = (unit: FactUnit) =>
  unit !== 'text' && unit !== 'texts' && unit !== 'labels';

/** Facts of which nothing is kept of past days: what reads them is unknown there. */
export function notKept(facts: readonly FactType[]): string[] {
  return facts.filter(({ unit }) => !isKept(unit)).map(({ id }) => id);
}

const reasons: ReadonlySet<string> = new Set<UnknownReason>([
  'no-source',
  'never-collected',
  'insufficient-data',
  'stale',
  'too-few-people',
  'not-applicable',
  'error',
]);
const isReason = (text: KeptValue): text is UnknownReason =>
  typeof text === 'string' && reasons.has(text);

/** Values kept of a day, as facts of the instant `at`; one of which nothing is kept is left out, and so unknown. */
export function pastFacts(
  kept: ReadonlyMap<string, KeptValue>,
  given: { at: number; units: ReadonlyMap<string, FactUnit> },
): Map<string, FactReading> {
  const { at, units } = given;
  const facts = new Map<string, FactReading>();
  for (const [id, value] of kept) {
    const unit = units.get(id);
    if (unit === undefined || !isKept(unit)) continue;
    const base = { id, unit, observedAt: at };
    facts.set(
      id,
      typeof value === 'number' ? known(value, base) : unknown(value, base),
    );
  }
  return facts;
}

type Base = Pick<FactReading, 'id' | 'unit' | 'observedAt'>;

// Written out: four hundred a service are made, and spreading took half of it.
function known(value: number, { id, unit, observedAt }: Base): FactReading {
  return {
    id,
    unit,
    observedAt,
    status: 'known',
    value: unit === 'boolean' ? value !== 0 : value,
    because: 'As it was kept of that day',
  };
}

function unknown(reason: string, { id, unit, observedAt }: Base): FactReading {
  return {
    id,
    unit,
    observedAt,
    status: 'unknown',
    reason: isReason(reason) ? reason : 'error',
    because: `Unknown on that day: ${reason}`,
  };
}
