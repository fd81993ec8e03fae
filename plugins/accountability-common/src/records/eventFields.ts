import { z } from 'zod';
import { instant } from './instant';

/** A text that people read, at most `max` characters. */
const text = (max: number) => z.string().trim().min(1).max(max);

/** A name that rows are found by: no database takes every character in a key. */
const name = (max: number) =>
  text(max).regex(
    /^[^\p{Cc}\p{Cs}]*$/u,
    'must not hold control characters or halves of a surrogate pair',
  );

/** What every record event says. */
const base = {
  /** Id of the record, the same in every event about it, led by its source: `github:deployment:acme/payments:42`. */
  record: name(300),
  /** The source's own name of what it happened to: `github:acme/payments`. Never an entity ref. */
  subject: name(300),
  /**
   * That the event does not say what it happened to: `subject` keeps the record
   * only until another event about it names one. Absent is no.
   */
  standIn: z.literal(true).optional(),
  /** When it happened, by the source's clock. */
  at: instant,
  title: text(500).optional(),
  /** Where to look at it; http and https only, since pages link to it. */
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .max(2000)
    .optional(),
};

/** Fields that record events of every kind are made of. */
export const eventFields = { text, name, base };
