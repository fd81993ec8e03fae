import { DAY, HOUR, MINUTE } from '../time';
import { referenceNow } from './referenceNow';

const units = { d: DAY, h: HOUR, min: MINUTE };

/** An instant before the reference instant: `ago(3, 'd')`. */
export function ago(count: number, unit: keyof typeof units): number {
  return referenceNow - count * units[unit];
}
