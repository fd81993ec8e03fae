import { z } from 'zod';
import { INCIDENT } from './incidentPayload';

/** What is read of an event that does not bring a whole incident: of what type its data is. */
export const asidePayload = z.object({
  event: z.object({
    data: z.object({
      type: z
        .string()
        .refine(type => type !== INCIDENT)
        .optional(),
    }),
  }),
});
