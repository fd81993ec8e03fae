import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A text that something is known by. */
const name = z.string().trim().min(1);

/** An optional text; senders write an empty one for none. */
export const optionalName = z
  .string()
  .nullish()
  .transform(text => text?.trim() || undefined);

/** Another thing that an event speaks of; its source is the event's where it names none. */
export const reference = z.object({ id: name, source: optionalName });

const time = z.string().transform((text, context) => {
  const at = readInstant(text);
  if (at !== undefined) return at;
  context.addIssue('must be an ISO 8601 time with a zone');
  return z.NEVER;
});

/** A CDEvent as far as it is read, with the content of its subject. */
export function cdEvent<TContent extends z.ZodType>(content: TContent) {
  return z.object({
    context: z.object({
      id: name,
      source: name,
      timestamp: time,
      chainId: optionalName.catch(undefined),
    }),
    subject: z.object({ id: name, source: optionalName, content }),
  });
}

/** What every CDEvent has. */
export interface CdEvent {
  context: { id: string; source: string; timestamp: string; chainId?: string };
  subject: { id: string; source?: string };
}
