import { FactData, FactUnit } from 'backstage-plugin-accountability-common';
import { DateTime } from 'luxon';

/**
 * A value of a retriever as a fact of a unit has it; undefined where there is
 * none. What is of another type than its schema says is given as it is, so
 * that it is told of and left out.
 */
export function toValue(unit: FactUnit, value: unknown): FactData | undefined {
  if (value === undefined || value === null) return undefined;
  if (unit === 'instant') {
    const at = instantOf(value);
    if (at !== undefined) return at;
  }
  if (unit === 'texts' && Array.isArray(value)) {
    // A set has no order: sorted, the same set is the same value.
    return [...new Set(value.map(textOf))].sort();
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return textOf(value);
}

function instantOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  const at =
    typeof value === 'string'
      ? DateTime.fromISO(value, { zone: 'utc' })
      : value;
  return DateTime.isDateTime(at) && at.isValid ? at.toMillis() : undefined;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (DateTime.isDateTime(value)) return value.toUTC().toISO() ?? '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
