import { z } from 'zod';
import { cdEvent, optionalName, reference } from './cdEvent';

/** What is read of an event about a service that runs somewhere. */
export const servicePayload = cdEvent(
  z.object({ environment: reference.nullish(), artifactId: optionalName }),
);

/** An event about a service that runs somewhere. */
export type ServicePayload = z.output<typeof servicePayload>;
