import { FactData, FactUnit } from 'backstage-plugin-accountability-common';
import { formatDate } from './dates';
import { Quantity, duration, formatNumber } from './numbers';

/** Of a list, as many as are told; the others are counted. */
const MOST_TOLD = 3;

function words(value: Exclude<FactData, number>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const all = Array.isArray(value)
    ? value
    : Object.entries(value).map(([name, text]) => `${name}: ${text}`);
  if (all.length === 0) return 'none';
  const more = all.length - MOST_TOLD;
  const told = all.slice(0, MOST_TOLD).join(', ');
  return more > 0 ? `${told} and ${more} more` : told;
}

/** A fact's value as printed; a ratio is a percentage. */
export function quantity(value: FactData, unit: FactUnit): Quantity {
  if (typeof value !== 'number') return { number: words(value), unit: '' };
  switch (unit) {
    case 'ratio':
      return { number: formatNumber(value * 100), unit: '%' };
    case 'seconds':
      return duration(value);
    case 'days':
      return { number: formatNumber(value), unit: 'd' };
    case 'years':
      return { number: formatNumber(value), unit: 'years' };
    case 'lines':
      return { number: formatNumber(value, 0), unit: 'lines' };
    case 'people':
      return { number: formatNumber(value), unit: '' };
    case 'instant':
      return { number: formatDate(value), unit: '' };
    case 'points':
      return { number: formatNumber(value * 100), unit: 'pp' };
    case 'per-week':
      return { number: formatNumber(value), unit: 'per week' };
    default:
      return { number: formatNumber(value), unit: '' };
  }
}
