import { FactContext } from './defineFact';
import { DAY, formatDay } from '../time';

/** `1 incident`, `2 incidents`; the plural is given where it is not an added s. */
export function counted(
  count: number,
  singular: string,
  plural = `${singular}s`,
): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** The window in words: `90 days to 23 Nov 2026`. */
export function windowWords({ window }: FactContext): string {
  const days = Math.round((window.to - window.from) / DAY);
  return `${days} days to ${formatDay(window.to)}`;
}

/** A share in words: `34 %`, with one digit below ten percent. */
export function percent(share: number): string {
  const scaled = share * 100;
  return `${scaled.toFixed(scaled < 10 && scaled > 0 ? 1 : 0)} %`;
}
