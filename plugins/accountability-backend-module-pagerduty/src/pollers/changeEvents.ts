import {
  HttpClient,
  PolledDelivery,
  PollStream,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { CHANGE_EVENT } from '../collectors/changeEvent';
import { walkWindows } from './walkWindows';

const listSchema = z.object({
  change_events: z.array(
    z.object({
      id: z.string(),
      timestamp: z.string(),
      summary: z.string().nullish(),
      services: z.array(z.object({ id: z.string() })).nullish(),
      links: z
        .array(z.object({ href: z.string() }))
        .nullish()
        .catch(undefined),
    }),
  ),
});

type ChangeEvent = z.output<typeof listSchema>['change_events'][number];

/** Change events of all services: PagerDuty sends none by webhook. */
export function changeEvents(client: HttpClient): PollStream {
  return {
    id: 'change_events',
    scope: 'source',
    poll: request =>
      walkWindows(
        {
          client,
          path: '/change_events',
          query: {},
          read: body => {
            const read = listSchema.safeParse(body);
            return read.success
              ? read.data.change_events.map(toDelivery)
              : undefined;
          },
        },
        request,
      ),
  };
}

function toDelivery({ id, timestamp, ...data }: ChangeEvent): PolledDelivery {
  return {
    key: id,
    headers: {},
    payload: {
      event: {
        id,
        event_type: CHANGE_EVENT,
        occurred_at: timestamp,
        data: { id, type: CHANGE_EVENT, ...data },
      },
    },
  };
}
