import { z } from 'zod';

/** The things of a list that are what is known; undefined where it is no list. A strange one takes no other with it. */
export function readEach<T>(
  schema: z.ZodType<T>,
  list: unknown,
): T[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.flatMap(each => {
    const read = schema.safeParse(each);
    return read.success ? [read.data] : [];
  });
}
