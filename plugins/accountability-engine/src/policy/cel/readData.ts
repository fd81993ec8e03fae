import { CelInput } from '@bufbuild/cel';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { limits } from './limits';

/** A value of the outside, not yet looked at. */
interface Data {
  data: unknown;
  unit: FactUnit;
  /** Whether a text may be a long one. */
  long?: boolean;
}

type Reading = { value: CelInput } | { because: string; unsure: boolean };

/** What CEL can say as a timestamp: the years 1 to 9999. */
const firstInstant = Date.UTC(2000, 0, 1) - 1999 * 365.2425 * 86_400_000;
const lastInstant = Date.UTC(10000, 0, 1) - 1;

const isText = (value: unknown, most: number) =>
  typeof value === 'string' && value.length <= most;

function tooLarge({ data, unit, long }: Data): string | undefined {
  const { text, items, entries, key } = limits;
  const most = long ? limits.longText : text;
  if (typeof data === 'string' && unit === 'text' && data.length > most) {
    return `is longer than ${most} characters`;
  }
  if (Array.isArray(data) && unit === 'texts') {
    if (data.length > items) return `has more than ${items} items`;
    if (!data.every(item => typeof item !== 'string' || isText(item, text))) {
      return `has an item longer than ${text} characters`;
    }
  }
  if (unit !== 'labels' || data === null || typeof data !== 'object') {
    return undefined;
  }
  const pairs = Object.entries(data);
  if (pairs.length > entries) return `has more than ${entries} entries`;
  const fits = pairs.every(
    ([name, value]) =>
      isText(name, key) && String(value).length <= limits.longText,
  );
  return fits
    ? undefined
    : `has an entry longer than ${limits.longText} characters`;
}

function asMap(data: unknown): Map<string, string> | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return undefined;
  }
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'string') return undefined;
    map.set(name, value);
  }
  return map;
}

function convert(data: unknown, unit: FactUnit): CelInput | undefined {
  switch (unit) {
    case 'boolean':
      return typeof data === 'boolean' ? data : undefined;
    case 'text':
      return typeof data === 'string' ? data : undefined;
    case 'texts':
      return Array.isArray(data) &&
        data.every(item => isText(item, limits.text))
        ? data
        : undefined;
    case 'labels':
      return asMap(data);
    case 'instant': {
      const fits =
        typeof data === 'number' && data >= firstInstant && data <= lastInstant;
      return fits ? timestampFromMs(Math.floor(data)) : undefined;
    }
    default:
      return typeof data === 'number' && Number.isFinite(data)
        ? data
        : undefined;
  }
}

const wanted: Partial<Record<FactUnit, string>> = {
  boolean: 'true or false',
  text: 'a text',
  texts: 'a list of texts',
  labels: 'texts by name',
  instant: 'an instant',
};

/** The value as CEL has it; unknown where it is not of its unit's type, or too large. */
export function readData(given: Data, path: string): Reading {
  const large = tooLarge(given);
  if (large)
    return { because: `${path} is unknown: it ${large}`, unsure: true };
  const value = convert(given.data, given.unit);
  if (value !== undefined) return { value };
  const kind = wanted[given.unit] ?? 'a number';
  return { because: `${path} is unknown: it is not ${kind}`, unsure: true };
}
