import { DAY, HOUR, MINUTE, SECOND } from './durations';

const steps = [
  { unit: 'd', ms: DAY },
  { unit: 'h', ms: HOUR },
  { unit: 'min', ms: MINUTE },
  { unit: 's', ms: SECOND },
];

/** A span of time in its two largest units, cut off below: `1 h 12 min`. */
export function formatDuration(ms: number): string {
  const whole = Math.abs(ms);
  const first = steps.findIndex(step => whole >= step.ms);
  if (first < 0) return '0 s';
  const [large, small] = steps.slice(first, first + 2);
  const count = Math.floor(whole / large.ms);
  const rest = small ? Math.floor((whole % large.ms) / small.ms) : 0;
  const sign = ms < 0 ? '\u2212' : '';
  const tail = rest > 0 ? ` ${rest} ${small.unit}` : '';
  return `${sign}${count} ${large.unit}${tail}`;
}
