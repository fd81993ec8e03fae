import { setTimeout as sleep } from 'timers/promises';
import { ReadDelivery } from './applyDeliveries';
import { countParts } from './countParts';

const LINGER_STEP_MS = 5;

interface LaneOptions {
  /** Deliveries applied together at most. */
  batch: number;
  /** Events that may wait in memory; what is over that waits in the inbox alone. */
  mostEvents: number;
  /** Waits until nothing was offered for so long, or half of what may wait is there; milliseconds. */
  lingerMs?: number;
  /** Never throws. */
  apply(deliveries: readonly ReadDelivery[]): Promise<void>;
}

/** Applies stored deliveries in the order in which they came, as many at once as wait. */
export class ApplyLane {
  private waiting: ReadDelivery[] = [];
  private events = 0;
  private lastOfferedAt = 0;
  private run: Promise<void> | undefined;

  constructor(private readonly options: LaneOptions) {}

  /** False where the lane is full. */
  offer(delivery: ReadDelivery): boolean {
    if (this.isFull) return false;
    this.waiting.push(delivery);
    this.lastOfferedAt = performance.now();
    this.events += countParts(delivery.collected);
    this.run ??= this.work();
    return true;
  }

  get isFull(): boolean {
    return this.events >= this.options.mostEvents;
  }

  /** Resolves when all that was offered by then is applied. */
  async settled(): Promise<void> {
    while (this.run) await this.run;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.linger();
      const batch = this.waiting.splice(0, this.options.batch);
      await this.options.apply(batch);
      this.events -= batch.reduce(
        (sum, one) => sum + countParts(one.collected),
        0,
      );
    }
    this.run = undefined;
  }

  private async linger(): Promise<void> {
    const { lingerMs = 0, mostEvents } = this.options;
    while (
      performance.now() - this.lastOfferedAt < lingerMs &&
      this.events < mostEvents / 2
    ) {
      await sleep(LINGER_STEP_MS);
    }
  }
}
