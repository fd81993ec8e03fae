import { FactData, FactValue } from 'backstage-plugin-accountability-common';
import { ActionZod } from './ActionZod';
import { instantText } from './instantText';

const HOUR = 3_600_000;
/** Entries of a list or of labels, and characters of words. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 500;

/** A fact in short, as actions give it. */
export const factBriefSchema = (z: ActionZod) =>
  z.object({
    fact: z.string(),
    status: z.string(),
    value: z
      .union([
        z.number(),
        z.boolean(),
        z.string(),
        z.array(z.string()),
        z.record(z.string()),
      ])
      .optional(),
    unit: z.string(),
    reason: z.string().optional(),
    because: z.string(),
    sampleSize: z.number(),
    measuredAt: z.string(),
    ageHours: z.number(),
  });

/** See `factBriefSchema`; the age is the one at `now`, epoch milliseconds. */
export function factBrief(fact: FactValue, now: number) {
  const { id, status, unit, because, sampleSize, observedAt } = fact;
  return {
    fact: id,
    status,
    unit,
    because,
    sampleSize,
    measuredAt: instantText(observedAt),
    ageHours: Math.round((10 * (now - observedAt)) / HOUR) / 10,
    ...(fact.status === 'known'
      ? { value: cut(fact.value) }
      : { reason: fact.reason }),
  };
}

function cut(value: FactData) {
  if (typeof value === 'string') return value.slice(0, MOST_CHARACTERS);
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.slice(0, MOST_ENTRIES);
  return Object.fromEntries(Object.entries(value).slice(0, MOST_ENTRIES));
}

/** `Array.isArray` does not tell a read-only list from labels. */
function isList(
  value: readonly string[] | Readonly<Record<string, string>>,
): value is readonly string[] {
  return Array.isArray(value);
}
