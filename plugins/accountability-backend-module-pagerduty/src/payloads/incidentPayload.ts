import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const named = z.object({ summary: z.string().nullish() }).nullish();

const rota = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });

/** The type of data that is a whole incident; everything else only refers to one. */
export const INCIDENT = 'incident';

/** What is read of an event about an incident; of people only whether one did it. */
export const incidentPayload = z.object({
  event: z.object({
    occurred_at: z.string(),
    // Null is said of what nobody in PagerDuty did.
    agent: z.object({ type: z.string() }).nullish().catch(undefined),
    data: z.object({
      id: z.string().trim().min(1),
      type: z.literal(INCIDENT).optional(),
      title: z.string().nullish(),
      html_url: optionalLink,
      created_at: z.string().nullish().catch(undefined),
      service: z.object({ id: z.string().trim().min(1) }),
      priority: named.catch(undefined),
      urgency: z.string().nullish().catch(undefined),
      escalation_policy: rota.nullish().catch(undefined),
      teams: z.array(rota).nullish().catch(undefined),
      resolve_reason: z
        .object({
          type: z.string(),
          incident: z.object({ id: z.string() }).nullish(),
        })
        .nullish()
        .catch(undefined),
    }),
  }),
});

/** An event about an incident. */
export type IncidentPayload = z.output<typeof incidentPayload>;
