import {
  Collected,
  createWebhookSource,
  DeliverySource,
  WebhookSourceOptions,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const truncated = z.object({
  alerts: z.array(z.unknown()),
  truncatedAlerts: z.number().min(1),
});

/** A source of notifications, each with many alerts. Its senders give no id: a repetition is known by its body. */
export function createNotificationSource(
  options: Pick<
    WebhookSourceOptions,
    'id' | 'verify' | 'readType' | 'collectors'
  >,
): DeliverySource {
  const source = createWebhookSource({
    ...options,
    keepHeaders: ['content-type', 'user-agent'],
    identify: () => undefined,
  });
  return {
    ...source,
    collect: delivery => tellTruncated(source.collect(delivery), delivery.body),
  };
}

/** Says in the answer that the sender left alerts out, so that nobody takes the rest for all. */
function tellTruncated(collected: Collected, body: Buffer): Collected {
  if (collected.status !== 'accepted') return collected;
  const read = truncated.safeParse(JSON.parse(body.toString('utf8')));
  if (!read.success) return collected;
  const { alerts, truncatedAlerts } = read.data;
  return {
    ...collected,
    refused: [
      {
        line: alerts.length + 1,
        because: `The sender left out ${truncatedAlerts} more alerts; raise its limit of alerts a notification`,
      },
    ],
  };
}
