import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { cdEvent, optionalName, reference } from './cdEvent';

/** What is read of an event about an incident. */
export const incidentPayload = cdEvent(
  z.object({
    description: optionalName,
    environment: reference.nullish(),
    service: reference.nullish(),
    ticketURI: optionalLink,
  }),
);

/** An event about an incident. */
export type IncidentPayload = z.output<typeof incidentPayload>;
