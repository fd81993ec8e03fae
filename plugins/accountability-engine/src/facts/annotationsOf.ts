import { z } from 'zod';
import { ServiceInput } from './defineFact';

const annotated = z.object({
  metadata: z.object({ annotations: z.record(z.string(), z.unknown()) }),
});

/** The annotations of a service's entity that say something, by name, trimmed. */
export function annotationsOf({
  entity,
}: Pick<ServiceInput, 'entity'>): ReadonlyMap<string, string> {
  const read = annotated.safeParse(entity);
  return new Map(
    Object.entries(read.data?.metadata.annotations ?? {}).flatMap(
      ([name, value]): [string, string][] =>
        typeof value === 'string' && value.trim() !== ''
          ? [[name, value.trim()]]
          : [],
    ),
  );
}
