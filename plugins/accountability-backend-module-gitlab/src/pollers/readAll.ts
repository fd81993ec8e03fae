import {
  HttpFault,
  OutsideFault,
  readEach,
  walkPages,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { PolledProject } from './projectStream';

/** Pages of one thing's list at most. */
const MOST_PAGES = 10;

/** All of a list that belongs to one thing; empty where the thing is gone, since things are deleted between two questions. */
export async function readAll<T>(
  { api, signal }: PolledProject,
  path: string,
  given: { schema: z.ZodType<T>; query?: Readonly<Record<string, string>> },
): Promise<T[] | HttpFault> {
  const all: T[] = [];
  let pages = 0;
  const query = { per_page: 100, ...given.query };
  for await (const answer of walkPages(api.rest, { path, query, signal })) {
    if (answer.status === 'fault') {
      return answer.fault.status === 404 ? [] : answer;
    }
    const things =
      answer.status === 'answered'
        ? readEach(given.schema, answer.body)
        : undefined;
    if (!things) {
      const fault = new OutsideFault('unreadable', `${path} is no list`);
      return { status: 'fault', fault };
    }
    all.push(...things);
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return all;
}
