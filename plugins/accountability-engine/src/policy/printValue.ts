import { FactUnit } from 'backstage-plugin-accountability-common';
import { SECOND, formatDuration } from '../time';

type Value = boolean | number | string;

/** At most three digits behind the point, without trailing zeros. */
const short = (value: number) => String(Number(value.toFixed(3)));

function printNumber(value: number, unit?: FactUnit): string {
  switch (unit) {
    case 'ratio':
      return `${Number((value * 100).toFixed(1))} %`;
    case 'seconds':
      return formatDuration(value * SECOND);
    case 'days':
      return `${short(value)} d`;
    case 'years':
      return `${short(value)} years`;
    case 'lines':
      return `${short(value)} lines`;
    case 'people':
      return value === 1 ? '1 person' : `${short(value)} people`;
    case 'points':
      return `${Number((value * 100).toFixed(1))} pp`;
    case 'per-week':
      return `${short(value)} a week`;
    default:
      return short(value);
  }
}

/** A value in the words of its unit: `9.5 %`, `1 h 12 min`, `3 a week`. */
export function printValue(value: Value | undefined, unit?: FactUnit): string {
  if (value === undefined) return 'unknown';
  return typeof value === 'number' ? printNumber(value, unit) : String(value);
}

/** All the digits there are, without the noise of binary fractions. */
const exactPercent = (value: number) =>
  `${Number((value * 100).toPrecision(12))} %`;

/** Two different values printed so that they read differently: `15.01 %` beside `15 %`. */
export function printApart(
  value: Value,
  bound: Value,
  unit?: FactUnit,
): [string, string] {
  const printed = [printValue(value, unit), printValue(bound, unit)] as const;
  if (value === bound || printed[0] !== printed[1]) return [...printed];
  if (typeof value !== 'number' || typeof bound !== 'number')
    return [...printed];
  if (unit === 'ratio') return [exactPercent(value), exactPercent(bound)];
  return [`${value} ${unit ?? ''}`.trim(), `${bound} ${unit ?? ''}`.trim()];
}
