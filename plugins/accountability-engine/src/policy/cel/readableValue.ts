import {
  CelInput,
  isCelError,
  isCelList,
  isCelMap,
  plan,
  parse,
} from '@bufbuild/cel';
import { SECOND, formatDuration } from '../../time';
import { environment } from './environment';

const asText = plan(environment, parse('string(value)'));

/** Characters and items that are shown; more is cut off. */
const MAX_TEXT = 120;
const MAX_ITEMS = 10;

const cut = (text: string) =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;

function listed(items: readonly CelInput[]): string {
  const shown = items
    .slice(0, MAX_ITEMS)
    .map(item => String(readableValue(item) ?? '?'));
  const more = items.length - shown.length;
  return `[${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}]`;
}

/** A CEL value as something that can be printed: instants and durations in words, lists by their items. */
export function readableValue(
  value: CelInput,
): boolean | number | string | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return listed(value);
  if (isCelList(value)) return listed([...value]);
  if (isCelMap(value) || value instanceof Map) {
    return value.size === 1 ? 'a map of one' : `a map of ${value.size}`;
  }
  const text = asText({ value });
  if (isCelError(text) || typeof text !== 'string') return undefined;
  const seconds = /^(-?[\d.]+)s$/.exec(text)?.[1];
  return seconds ? formatDuration(Number(seconds) * SECOND) : text;
}
