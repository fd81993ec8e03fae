import {
  optionalLink,
  readInstant,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Labels and annotations; one that is no text is left out of account, never worth a delivery. */
const texts = z.record(z.string(), z.string().catch('')).catch({});

const instant = z.string().transform((text, context) => {
  const at = readInstant(text);
  if (at !== undefined) return at;
  context.addIssue('is no instant with a zone');
  return z.NEVER;
});

/** The year 1 says "not ended" and reads as nothing. */
const optionalInstant = z.string().optional().catch(undefined);

const alert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts.optional(),
  startsAt: instant,
  endsAt: optionalInstant.transform(readInstant),
  fingerprint: z.string().regex(/^[\w-]{1,100}$/),
  generatorURL: optionalLink,
  panelURL: optionalLink,
  dashboardURL: optionalLink,
});

/** What is read of a notification of Alertmanager or of Grafana, which sends the same and more. */
export const notification = z.object({ alerts: z.array(alert) });

/** One alert of a notification. */
export type Alert = z.output<typeof alert>;
