import { IncomingDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { reasonToIgnore } from './reasonToIgnore';

const named = z.object({
  object_kind: z.string().min(1).optional().catch(undefined),
  event_name: z.string().min(1).optional().catch(undefined),
});

/** Events whose header has another name than their body. */
const renamed = new Map([
  ['job', 'build'],
  ['resource_access_token', 'access_token'],
]);

/** What comes before the types that are understood and never recorded. */
const ASIDE = 'aside';

/**
 * The type of an event: the body's `object_kind`, else its `event_name`, which
 * system hooks have, else what the header says. One that is never recorded is
 * led by `aside.`.
 */
export function typeOf(
  payload: unknown,
  headers: IncomingDelivery['headers'],
): string | undefined {
  const type = nameOf(payload, headers);
  return type !== undefined && reasonToIgnore(type) !== undefined
    ? `${ASIDE}.${type}`
    : type;
}

/** `Merge Request Hook` is `merge_request`; `System Hook` names nothing. */
function nameOf(
  payload: unknown,
  headers: IncomingDelivery['headers'],
): string | undefined {
  const read = named.safeParse(payload);
  if (!read.success) return undefined;
  const { object_kind: kind, event_name: event } = read.data;
  if (kind ?? event) return kind ?? event;
  const header = /^(.+) Hook$/.exec(headers['x-gitlab-event'] ?? '')?.[1];
  if (!header || header === 'System') return undefined;
  const name = header
    .toLowerCase()
    .replaceAll(' ', '_')
    .replace(/^confidential_/, '');
  return renamed.get(name) ?? name;
}
