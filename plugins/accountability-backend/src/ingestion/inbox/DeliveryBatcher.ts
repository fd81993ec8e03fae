import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { VerifiedDelivery } from '../VerifiedDelivery';
import { isLarge } from './isLarge';

type Store = (
  deliveries: readonly VerifiedDelivery[],
) => Promise<DeliveryResponse[]>;

interface Waiting {
  delivery: VerifiedDelivery;
  resolve(answer: DeliveryResponse): void;
  reject(error: unknown): void;
}

/** Deliveries of one transaction; more would make the first wait for long. */
const MOST_DELIVERIES = 100;

/**
 * Stores what arrived while the transaction before ran in one transaction,
 * and answers each delivery after the commit. Without load a delivery waits
 * for nobody. What waits here was not acknowledged, so a crash loses nothing.
 */
export class DeliveryBatcher {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(private readonly store: Store) {}

  /** Resolves after the commit; rejects where this delivery could not be stored. */
  async add(delivery: VerifiedDelivery): Promise<DeliveryResponse> {
    if (isLarge(delivery)) return this.storeAlone(delivery);
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, resolve, reject });
      if (!this.running) this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      await this.storeBatch(this.waiting.splice(0, MOST_DELIVERIES));
    }
    this.running = false;
  }

  private async storeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.store(batch.map(({ delivery }) => delivery));
      batch.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch {
      // One of them may be at fault: each on its own, so that it fails alone.
      for (const { delivery, resolve, reject } of batch) {
        await this.storeAlone(delivery).then(resolve, reject);
      }
    }
  }

  private async storeAlone(
    delivery: VerifiedDelivery,
  ): Promise<DeliveryResponse> {
    const [answer] = await this.store([delivery]);
    return answer;
  }
}
