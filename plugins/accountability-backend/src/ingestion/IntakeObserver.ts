import { VerdictStatus } from 'backstage-plugin-accountability-common';

/** Told what the intake does, so that it can be measured; nothing in it throws by itself. */
export interface IntakeObserver {
  /** A delivery was stored, or had been before (`duplicate`). */
  onTaken(delivery: {
    source: string;
    verdict: VerdictStatus;
    duplicate: boolean;
  }): void;
  /** A delivery was not from its sender; nothing of it was stored. */
  onRefused(source: string): void;
  /** A delivery was sent away because too many came within a minute; nothing of it was read. */
  onLimited(source: string): void;
  /** Runs what brings stored deliveries to the records, and gives what that gives. `receivedAt` is in epoch milliseconds. */
  applying<T>(
    deliveries: readonly { source: string; receivedAt: number }[],
    apply: () => Promise<T>,
  ): Promise<T>;
}
