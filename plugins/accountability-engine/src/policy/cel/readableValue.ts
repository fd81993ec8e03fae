import {
  CelValue,
  isCelError,
  isCelList,
  isCelMap,
  plan,
  parse,
} from '@bufbuild/cel';
import { SECOND, formatDuration } from '../../time';
import { environment } from './environment';

const asText = plan(environment, parse('string(value)'));

/** A CEL value as something that can be printed: instants and durations in words, lists by their items. */
export function readableValue(
  value: CelValue,
): boolean | number | string | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    typeof value === 'string'
  ) {
    return value;
  }
  if (isCelList(value)) {
    return `[${[...value].map(item => readableValue(item) ?? '?').join(', ')}]`;
  }
  if (isCelMap(value)) return `a map of ${value.size}`;
  const text = asText({ value });
  if (isCelError(text) || typeof text !== 'string') return undefined;
  const seconds = /^(-?[\d.]+)s$/.exec(text)?.[1];
  return seconds ? formatDuration(Number(seconds) * SECOND) : text;
}
