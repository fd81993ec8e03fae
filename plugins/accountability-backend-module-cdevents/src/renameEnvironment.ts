import { z } from 'zod';

/** Names of environments by their ids in lower case. */
export type EnvironmentNames = ReadonlyMap<string, string>;

const placed = z.looseObject({
  subject: z.looseObject({
    content: z.looseObject({ environment: z.looseObject({ id: z.string() }) }),
  }),
});

/** The event with the environment's configured name in place of its id; the event itself where there is none. */
export function renameEnvironment(
  data: unknown,
  names: EnvironmentNames,
): unknown {
  if (names.size === 0) return data;
  const read = placed.safeParse(data);
  if (!read.success) return data;
  const { subject } = read.data;
  const { content } = subject;
  const { environment } = content;
  const id = names.get(environment.id.trim().toLowerCase());
  if (id === undefined) return data;
  return {
    ...read.data,
    subject: {
      ...subject,
      content: { ...content, environment: { ...environment, id } },
    },
  };
}
