import { Company } from '../company/createCompany';
import { DemoDelivery } from '../deliveries/DemoDelivery';
import { Receiver, sendDelivery } from './sendDelivery';

/** How far the load has come. */
export interface LoadProgress {
  /** Every delivery before this one was taken: where a later load may start. */
  deliveries: number;
  events: number;
}

/** What to load, where to, and where to start. */
export interface LoadOptions extends Receiver {
  company: Company;
  /** Deliveries to skip because an earlier load got that far. */
  startAt?: number;
  concurrency?: number;
  onProgress?(progress: LoadProgress): void;
}

/**
 * Sends the company's story. Batches go one after another, because each is
 * large; webhooks go several at a time. Every delivery carries the sender's
 * own id, so sending one again changes nothing.
 */
export async function loadDemo(options: LoadOptions): Promise<LoadProgress> {
  const { company, startAt = 0, concurrency = 6, onProgress } = options;
  const progress: LoadProgress = { deliveries: 0, events: 0 };
  let pending: DemoDelivery[] = [];
  const flush = async () => {
    await Promise.all(pending.map(item => sendDelivery(options, item)));
    for (const { events } of pending) progress.events += events;
    progress.deliveries += pending.length;
    pending = [];
    onProgress?.({ ...progress });
  };

  for (const delivery of company.deliveries()) {
    if (progress.deliveries < startAt) {
      progress.deliveries++;
      progress.events += delivery.events;
      continue;
    }
    const room = delivery.source === 'generic' ? 1 : concurrency * 4;
    if (pending.length >= room) await flush();
    pending.push(delivery);
    if (pending.length >= room) await flush();
  }
  if (pending.length > 0) await flush();
  return progress;
}
