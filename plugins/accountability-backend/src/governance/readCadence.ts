import { get } from 'lodash';
import { AttestationSettings } from './AttestationSettings';
import { isCadence } from './isCadence';

const annotation = 'accountability.io/attest-every-days';

/** How often the owner of one service is asked. */
export interface Cadence {
  everyDays: number;
  /** That the annotation cannot be read, as one sentence; then the configuration holds. */
  trouble?: string;
}

/** Reads how often the owner of a service is asked: by its annotation, or as configured. */
export function readCadence(
  entity: unknown,
  { everyDays }: AttestationSettings,
): Cadence {
  const value: unknown = get(entity, ['metadata', 'annotations', annotation]);
  const written = typeof value === 'string' ? value.trim() : '';
  if (written === '') return { everyDays };
  const days = /^\d+$/.test(written) ? Number(written) : NaN;
  if (isCadence(days)) return { everyDays: days };
  return {
    everyDays,
    trouble: `${annotation} ${written.slice(
      0,
      100,
    )} is no whole number of days from 0 to 3,650, so that ${everyDays} days hold.`,
  };
}

/** Condition of SQL for a column with entities as JSON: whether one names a cadence of its own; few do. */
export const namesCadence = {
  sql: '?? like ?',
  bind: `%${annotation}%`,
};
