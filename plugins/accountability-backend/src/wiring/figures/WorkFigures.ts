import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { QueueFigures } from '../../assessment';

/** What waits to be done, and how old what was looked up outside is, in counts alone. */
export interface WorkFigures {
  /** When it was read, epoch milliseconds. */
  asOf: number;
  queue: QueueFigures;
  /** When the delivery came that has waited longest, epoch milliseconds, by source; sources with none are absent. */
  inboxSince: ReadonlyMap<string, number>;
  references: readonly ReferenceHealth[];
}
