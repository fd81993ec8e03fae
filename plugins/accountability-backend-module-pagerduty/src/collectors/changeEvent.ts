import {
  defineCollector,
  readInstant,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** The type that the poller gives to change events. */
export const CHANGE_EVENT = 'change_event';

/**
 * Something was changed or deployed, polled since PagerDuty sends no webhook
 * of it. It says neither to which environment nor how it ended.
 */
export const changeEvent = defineCollector({
  event: CHANGE_EVENT,
  schema: z.object({
    event: z.object({
      occurred_at: z.string(),
      data: z.object({
        id: z.string().trim().min(1),
        summary: z.string().nullish().catch(undefined),
        services: z.array(z.object({ id: z.string().trim().min(1) })).nullish(),
        links: z
          .array(
            z.object({ href: z.url().max(2000).optional().catch(undefined) }),
          )
          .nullish()
          .catch(undefined),
      }),
    }),
  }),
  collect: ({ event: { occurred_at: occurredAt, data } }) => {
    const services = data.services ?? [];
    if (services.length === 0) {
      return { ignored: 'The change event names no service' };
    }
    return {
      events: services.map(({ id }) => ({
        kind: 'deployment',
        record: `pagerduty:deployment:${data.id}:${id}`,
        subject: `pagerduty:${id}`,
        at: readInstant(occurredAt) ?? occurredAt,
        state: 'finished',
        title: data.summary?.trim().slice(0, 500) || undefined,
        url: data.links?.find(({ href }) => href !== undefined)?.href,
      })),
    };
  },
});
