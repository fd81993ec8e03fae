import { z } from 'zod';
import { lenient } from './lenient';

/** A list of at most so many, looked at only once it is known not to be longer. */
export function listOf<TSchema extends z.ZodType>(item: TSchema, most: number) {
  return z.array(z.unknown()).max(most).pipe(z.array(item));
}

/** A list that is not worth its document; no more than its first so many are looked at. */
export function lenientList<TSchema extends z.ZodType>(
  item: TSchema,
  most: number,
) {
  return lenient(
    z
      .array(z.unknown())
      .transform(list => list.slice(0, most))
      .pipe(z.array(item)),
  );
}
