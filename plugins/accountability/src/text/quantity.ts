import { FactData, FactUnit } from 'backstage-plugin-accountability-common';
import { formatDate } from './dates';
import { Quantity, duration, formatNumber } from './numbers';
import { Text } from './useText';

/** Of a list, as many as are told; the others are counted. */
const MOST_TOLD = 3;

function words(value: Exclude<FactData, number>, t: Text): string {
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'string') return value;
  const all = Array.isArray(value)
    ? value
    : Object.entries(value).map(([name, text]) => `${name}: ${text}`);
  if (all.length === 0) return t('value.none');
  const more = all.length - MOST_TOLD;
  const told = all.slice(0, MOST_TOLD).join(', ');
  return more > 0 ? t('value.more', { told, more }) : told;
}

/** A fact's value as printed; a ratio is a percentage. */
export function quantity(value: FactData, unit: FactUnit, t: Text): Quantity {
  if (typeof value !== 'number') return { number: words(value, t), unit: '' };
  switch (unit) {
    case 'ratio':
      return { number: formatNumber(value * 100), unit: '%' };
    case 'seconds':
      return duration(value);
    case 'days':
      return { number: formatNumber(value), unit: 'd' };
    case 'years':
      return { number: formatNumber(value), unit: t('unit.years') };
    case 'lines':
      return { number: formatNumber(value, 0), unit: t('unit.lines') };
    case 'people':
      return { number: formatNumber(value), unit: '' };
    case 'instant':
      return { number: formatDate(value), unit: '' };
    case 'points':
      return { number: formatNumber(value * 100), unit: 'pp' };
    case 'per-week':
      return { number: formatNumber(value), unit: t('unit.perWeek') };
    default:
      return { number: formatNumber(value), unit: '' };
  }
}
