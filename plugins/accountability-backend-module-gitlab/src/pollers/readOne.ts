import { HttpFault, OutsideFault } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { PolledProject } from './projectStream';

/** One thing; undefined where it is gone, since things are deleted between two questions. */
export async function readOne<T>(
  { api, signal }: PolledProject,
  path: string,
  schema: z.ZodType<T>,
): Promise<{ is: T } | undefined | HttpFault> {
  const answer = await api.rest.get({ path, signal });
  if (answer.status === 'fault') {
    return answer.fault.status === 404 ? undefined : answer;
  }
  const read = schema.safeParse(
    answer.status === 'answered' ? answer.body : undefined,
  );
  if (read.success) return { is: read.data };
  const fault = new OutsideFault('unreadable', `${path} is not what is known`);
  return { status: 'fault', fault };
}
