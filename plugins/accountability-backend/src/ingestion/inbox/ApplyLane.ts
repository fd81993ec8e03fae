import { setTimeout as sleep } from 'timers/promises';
import { ReadDelivery } from './applyDeliveries';
import { countParts } from './countParts';

const LINGER_STEP_MS = 5;

interface Waiting {
  delivery: ReadDelivery;
  offeredAt: number;
}

interface LaneOptions {
  /** Deliveries applied together at most. */
  batch: number;
  /** Events that may wait in memory; what is over that waits in the inbox alone. */
  mostEvents: number;
  /** Begins when nothing was offered for so long, so that a sender is not slowed down by what it sent before; milliseconds. */
  lingerMs: number;
  /** But makes nothing wait longer than this for it; milliseconds. */
  lingerAtMostMs: number;
  /** Never throws. */
  apply(deliveries: readonly ReadDelivery[]): Promise<void>;
}

/** Applies stored deliveries in the order in which they came, as many at once as wait. */
export class ApplyLane {
  private waiting: Waiting[] = [];
  private events = 0;
  private lastOfferedAt = 0;
  private run: Promise<void> | undefined;

  constructor(private readonly options: LaneOptions) {}

  /** False where the lane is full. */
  offer(delivery: ReadDelivery): boolean {
    this.lastOfferedAt = performance.now();
    if (this.events >= this.options.mostEvents) return false;
    this.waiting.push({ delivery, offeredAt: this.lastOfferedAt });
    this.events += countParts(delivery.collected);
    this.run ??= this.work();
    return true;
  }

  /** Resolves when all that was offered by then is applied. */
  async settled(): Promise<void> {
    while (this.run) await this.run;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.linger();
      const batch = this.waiting
        .splice(0, this.options.batch)
        .map(({ delivery }) => delivery);
      await this.options.apply(batch);
      this.events -= batch.reduce(
        (sum, one) => sum + countParts(one.collected),
        0,
      );
    }
    this.run = undefined;
  }

  private async linger(): Promise<void> {
    const { lingerMs, lingerAtMostMs } = this.options;
    const [{ offeredAt }] = this.waiting;
    while (
      performance.now() - this.lastOfferedAt < lingerMs &&
      performance.now() - offeredAt < lingerAtMostMs
    ) {
      await sleep(LINGER_STEP_MS);
    }
  }
}
