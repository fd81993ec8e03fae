import { setTimeout as sleep } from 'timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { DeliverySource, Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { KeyOf } from '../../database/createKeyOf';
import { SourceTally } from '../health/SourceTally';
import { IntakeObserver } from '../IntakeObserver';
import { DeliverySinks, VerifiedDelivery } from '../VerifiedDelivery';
import { isPolled } from '../polling/isPolled';
import { applyDeliveries, ReadDelivery } from './applyDeliveries';
import { ApplyLane } from './ApplyLane';
import { DeliveryBatcher } from './DeliveryBatcher';
import { isLarge } from './isLarge';
import { postpone } from './postpone';
import { recoverDeliveries } from './recoverDeliveries';
import { saysSomething } from './saysSomething';
import { storeDeliveries } from './storeDeliveries';

export interface InboxOptions {
  database: Knex;
  sources: readonly DeliverySource[];
  sinks: DeliverySinks;
  /** Those that may be asked for details of what was told. */
  pollers?: readonly Poller[];
  keyOf: KeyOf;
  tally: SourceTally;
  logger: LoggerService;
  /** Measures what is taken and applied; nobody does where absent. */
  observer?: IntakeObserver;
  /** Called after events of deliveries reached the records. */
  onApplied(): void;
  /** Epoch milliseconds; for tests. */
  now?(): number;
}

/**
 * While a sender sends one delivery after the other, it is not slowed down by
 * those before: an import waits for a pause in it, a webhook only shortly.
 */
const LINGERS = {
  large: { lingerMs: 100, lingerAtMostMs: 10_000 },
  small: { lingerMs: 5, lingerAtMostMs: 50 },
};
/** A sender that delivered so recently may well be delivering still. Milliseconds. */
const BUSY_MS = 50;
/** What telling a closed day again takes is a tenth of this. Milliseconds. */
const WAY_GIVEN_MS = 20;

/** Events that wait in memory at most, for each lane; what is beyond is read back from the inbox. */
const MOST_EVENTS_WAITING = 20_000;

/**
 * The durable inbox of all deliveries, whichever way they came. `take` stores
 * one and resolves after the commit; its events reach the records right
 * after, without the sender waiting for it. What a crash interrupts, or what
 * fails, is taken over by `recover` on any replica.
 */
export class Inbox {
  private lastTakenAt = -Infinity;
  private readonly batcher: DeliveryBatcher;
  // Apart, so that single webhooks need not wait for imports.
  private readonly small: ApplyLane;
  private readonly large: ApplyLane;

  static create(options: InboxOptions): Inbox {
    return new Inbox(options);
  }

  private constructor(private readonly options: InboxOptions) {
    const lane = (batch: number, lingers: typeof LINGERS.small) =>
      new ApplyLane({
        batch,
        ...lingers,
        mostEvents: MOST_EVENTS_WAITING,
        apply: deliveries => this.apply(deliveries),
      });
    this.small = lane(100, LINGERS.small);
    this.large = lane(1, LINGERS.large);
    this.batcher = new DeliveryBatcher(deliveries =>
      storeDeliveries(options.database, deliveries),
    );
  }

  /** Stores a delivery; rejects where it could not be stored. */
  async take(delivery: VerifiedDelivery): Promise<DeliveryResponse> {
    this.lastTakenAt = performance.now();
    const answer = await this.batcher.add(delivery);
    this.goOn(delivery, answer);
    return answer;
  }

  /** Stores deliveries together, in one transaction. */
  async takeAll(
    deliveries: readonly VerifiedDelivery[],
  ): Promise<DeliveryResponse[]> {
    const answers = await storeDeliveries(this.options.database, deliveries);
    deliveries.forEach((delivery, index) =>
      this.goOn(delivery, answers[index]),
    );
    return answers;
  }

  /** Takes over what is due in the inbox, until nothing is; gives how many deliveries. */
  async recover(options: { signal?: AbortSignal } = {}): Promise<number> {
    return recoverDeliveries({
      ...this.options,
      now: () => this.now(),
      giveWay: () => this.giveWay(),
      signal: options.signal,
      apply: deliveries => this.apply(deliveries),
    });
  }

  /** For work in the background: waits a little while senders deliver, so that they need not wait for it. */
  async giveWay(): Promise<void> {
    if (performance.now() - this.lastTakenAt < BUSY_MS) {
      await sleep(WAY_GIVEN_MS);
    }
  }

  /** Resolves when what was taken by then is applied or postponed. */
  async settled(): Promise<void> {
    await Promise.all([this.small.settled(), this.large.settled()]);
  }

  private goOn(delivery: VerifiedDelivery, { duplicate }: DeliveryResponse) {
    this.options.observer?.onTaken({
      source: delivery.source,
      verdict: delivery.collected.status,
      duplicate,
    });
    if (duplicate) return;
    this.options.tally.countDelivery(delivery);
    if (!saysSomething(delivery)) return;
    const { id, source, receivedAt, collected, body } = delivery;
    const lane = isLarge({ body, collected }) ? this.large : this.small;
    const polled = isPolled(delivery);
    lane.offer({ id, source, receivedAt, collected, polled });
  }

  private async apply(deliveries: readonly ReadDelivery[]): Promise<void> {
    const { onApplied, observer } = this.options;
    const write = () => applyDeliveries(this.options, deliveries);
    try {
      await (observer ? observer.applying(deliveries, write) : write());
      onApplied();
    } catch (error) {
      // One of them may be at fault: each on its own, so that it fails alone.
      if (deliveries.length === 1) return this.postpone(deliveries[0], error);
      for (const delivery of deliveries) await this.apply([delivery]);
    }
    return undefined;
  }

  private async postpone(delivery: ReadDelivery, error: unknown) {
    const { database, logger } = this.options;
    const fault = error instanceof Error ? error : new Error(String(error));
    logger.error(
      `Delivery ${delivery.id} of ${delivery.source} is stored and could not be applied; it is tried again`,
      fault,
    );
    try {
      await postpone(database, {
        id: delivery.id,
        trouble: fault.message,
        now: this.now(),
      });
    } catch {
      // The database is away: the row is due by itself after its grace.
    }
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}
