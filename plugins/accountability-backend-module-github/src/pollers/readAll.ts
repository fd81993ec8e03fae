import {
  HttpClient,
  HttpFault,
  OutsideFault,
  walkPages,
} from 'backstage-plugin-accountability-node';

/** A list that belongs to one thing. */
export interface WholeList<T> {
  client: HttpClient;
  path: string;
  query: Readonly<Record<string, string | number>>;
  signal: AbortSignal;
  read(body: unknown): T[] | undefined;
}

/** Pages of one thing's list at most; 500 statuses or jobs are more than any has. */
const MOST_PAGES = 5;

/** All of a list; empty where the thing is gone, since things are deleted between two questions. */
export async function readAll<T>(list: WholeList<T>): Promise<T[] | HttpFault> {
  const { client, path, query, signal, read } = list;
  const all: T[] = [];
  let pages = 0;
  for await (const answer of walkPages(client, { path, query, signal })) {
    if (answer.status === 'fault') {
      return answer.fault.status === 404 ? [] : answer;
    }
    const things = answer.status === 'answered' ? read(answer.body) : undefined;
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
