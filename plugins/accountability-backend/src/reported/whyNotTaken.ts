import { FactUnit } from 'backstage-plugin-accountability-common';
import { z } from 'zod';

/** Longest text that is the whole value. */
const MOST_BYTES = 1024;
/** Longest of the texts of a list, and of names and texts of labels. */
const MOST_ITEM_BYTES = 256;
const MOST_ITEMS = 50;

const textOf = (most: number) =>
  z
    .string()
    // PostgreSQL takes no NUL.
    .refine(text => !text.includes('\u0000'), 'a NUL is in it')
    .refine(
      text => Buffer.byteLength(text) <= most,
      `a text of it has more than ${most} bytes`,
    );

const item = textOf(MOST_ITEM_BYTES);
const number = z.number({ error: 'it is no number' });
const shapes: Partial<Record<FactUnit, z.ZodType>> = {
  boolean: z.boolean({ error: 'it is neither true nor false' }),
  text: textOf(MOST_BYTES),
  instant: z.int({ error: 'it is no instant in whole epoch milliseconds' }),
  texts: z
    .array(item, { error: 'it is no list of texts' })
    .max(MOST_ITEMS, `it has more than ${MOST_ITEMS} items`),
  labels: z
    .record(item, item, { error: 'it is no map of texts' })
    .refine(
      labels => Object.keys(labels).length <= MOST_ITEMS,
      `it has more than ${MOST_ITEMS} items`,
    ),
};

/** Why a value is none that a fact of a unit may have, as the end of a sentence; undefined where it is one. */
export function whyNotTaken(
  unit: FactUnit,
  value: unknown,
): string | undefined {
  const read = (shapes[unit] ?? number).safeParse(value);
  return read.success ? undefined : read.error.issues[0].message;
}
