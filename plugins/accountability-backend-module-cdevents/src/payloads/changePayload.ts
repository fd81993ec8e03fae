import { z } from 'zod';
import { cdEvent, optionalName, reference } from './cdEvent';

/** What is read of an event about a change. */
export const changePayload = cdEvent(
  z.object({ description: optionalName, repository: reference.nullish() }),
);

/** An event about a change. */
export type ChangePayload = z.output<typeof changePayload>;
