import { nextWindowChange } from '../time';
import { alertDuplicates } from './alertDuplicates';
import { FactContext } from './defineFact';

/** When time alone makes a duplicate stand for itself: the alert it repeats is no longer looked at, and it still is. */
export function alertDuplicatesFade(context: FactContext): number | undefined {
  const ends = [...alertDuplicates(context).values()].filter(Number.isFinite);
  return nextWindowChange(context.window, ends);
}
