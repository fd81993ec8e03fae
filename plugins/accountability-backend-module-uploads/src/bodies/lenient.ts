import { z } from 'zod';

/** A part of a document that is not worth the document: what is null or of another shape counts as not given. */
export function lenient<TSchema extends z.ZodType>(schema: TSchema) {
  return schema.optional().catch(undefined);
}
