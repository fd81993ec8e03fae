import { setTimeout as sleep } from 'node:timers/promises';
import { createCompany } from '../company/createCompany';
import { sendDelivery } from '../loading/sendDelivery';
import { CommandOptions } from './CommandOptions';

const pauseMs = 20_000;

/** Lets something happen at Halden about every 20 seconds, until it is stopped. */
export async function liveCommand(options: CommandOptions): Promise<void> {
  const { state, say, signal } = options;
  const company = createCompany(state);
  say('Halden is at work: something happens about every 20 seconds');
  while (!signal.aborted) {
    await sleep(pauseMs, undefined, { signal });
    const moment = company.liveMoment(Date.now());
    try {
      for (const delivery of moment.deliveries) {
        await sendDelivery(options, delivery);
      }
      say(`  ${moment.says}`);
    } catch (error) {
      signal.throwIfAborted();
      say(`  ${error instanceof Error ? error.message : error}`);
    }
  }
}
