import { Severity } from 'backstage-plugin-accountability-common';

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** Days that an exemption may last where nothing else is configured; the server knows better and says so. */
const most: Record<Severity, number> = {
  low: 180,
  medium: 90,
  high: 60,
  critical: 30,
};

/** Days that may be chosen for a check, the shortest first. */
export function lengthsOf(severity: Severity): number[] {
  return [7, 14, 30, 60, 90, 180].filter(days => days <= most[severity]);
}
