/** Between a number and its unit, so that a line never ends between them. */
export const NBSP = '\u00a0';

/** A number as printed and the unit that follows it, empty where there is none. */
export interface Quantity {
  number: string;
  unit: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A number in English digits, with a true minus sign and at most `digits` decimals. */
export function formatNumber(value: number, digits = 1): string {
  const text = new Intl.NumberFormat('en', {
    maximumFractionDigits: digits,
  }).format(value);
  return text === '-0' ? '0' : text.replace('-', '\u2212');
}

/** Seconds in the largest unit that keeps the number readable. */
export function duration(seconds: number): Quantity {
  const size = Math.abs(seconds);
  if (size < 90) return { number: formatNumber(seconds), unit: 's' };
  if (size < 90 * MINUTE) {
    return { number: formatNumber(seconds / MINUTE), unit: 'min' };
  }
  if (size < 2 * DAY) {
    return { number: formatNumber(seconds / HOUR), unit: 'h' };
  }
  return { number: formatNumber(seconds / DAY), unit: 'd' };
}

/** Number and unit in one text, with a no-break space between them. */
export function printQuantity({ number, unit }: Quantity): string {
  return unit ? `${number}${NBSP}${unit.replace(/ /g, NBSP)}` : number;
}
