import { z } from 'zod';
import { withoutPeople } from './withoutPeople';

/**
 * A text as record events take it: on one line, without people, and cut. It is
 * never worth a delivery. Halves of surrogate pairs are left where it is cut,
 * and no database takes them.
 */
export const optionalText = (max: number) =>
  z
    .string()
    .transform(
      text =>
        withoutPeople(text)
          .slice(0, max)
          .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
          .trim() || undefined,
    )
    .optional()
    .catch(undefined);
