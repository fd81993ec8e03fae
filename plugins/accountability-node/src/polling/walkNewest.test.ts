import { HttpAnswer, HttpClient, HttpRequest, OutsideFault } from '../http';
import { PollRequest, PollStep } from './Poller';
import { NewestFirst, walkNewest } from './walkNewest';

interface Thing {
  id: string;
  at: number | null;
}

const fault = {
  status: 'fault' as const,
  fault: new OutsideFault('limited', 'Later'),
};
const thing = (id: string, at: number | null = 100): Thing => ({ id, at });

/** A host of pages by name; `/` is the first. */
function listOf(
  pages: Record<string, { things: unknown; next?: string; etag?: string }>,
  more: Partial<NewestFirst<Thing>> = {},
) {
  const asked: HttpRequest[] = [];
  const get = async (request: HttpRequest): Promise<HttpAnswer> => {
    asked.push(request);
    const page = pages[request.path];
    if (!page) return fault;
    if (page.etag !== undefined && page.etag === request.etag) {
      return { status: 'unchanged' };
    }
    const { things, next, etag } = page;
    const { path: url } = request;
    return {
      status: 'answered',
      body: things,
      headers: new Headers(),
      url,
      next,
      etag,
    };
  };
  const client: HttpClient = { get, post: get };
  const list: NewestFirst<Thing> = {
    client,
    path: '/',
    query: {},
    read: body => (Array.isArray(body) ? body : undefined),
    changedAt: ({ at }) => at ?? undefined,
    toDeliveries: async ({ id }) => [{ key: id, headers: {}, payload: id }],
    ...more,
  };
  return { list, asked };
}

async function walk(
  list: NewestFirst<Thing>,
  given: Partial<PollRequest> = {},
): Promise<PollStep[]> {
  const steps: PollStep[] = [];
  const request: PollRequest = {
    subject: 'a',
    from: 50,
    startedAt: 200_000,
    signal: new AbortController().signal,
    ...given,
  };
  for await (const step of walkNewest(list, request)) steps.push(step);
  return steps;
}

const toldIn = (steps: PollStep[]) =>
  steps.flatMap(step =>
    step.status === 'page' ? step.deliveries.map(({ key }) => key) : ['fault'],
  );
const cursorsIn = (steps: PollStep[]) =>
  steps.flatMap(step =>
    step.status === 'page' && step.next !== undefined ? [step.next] : [],
  );

describe('walkNewest', () => {
  it('ends where the list is old, and asks for no more pages', async () => {
    const { list, asked } = listOf({
      '/': { things: [thing('a', 90)], next: '/2', etag: '1' },
      '/2': { things: [thing('b', 50), thing('c', 49)], next: '/3', etag: '2' },
    });

    const steps = await walk(list);

    expect(steps).toEqual([
      {
        status: 'page',
        deliveries: [{ key: 'a', headers: {}, payload: 'a' }],
        newest: 90,
        next: '{"url":"/2"}',
      },
      {
        status: 'page',
        deliveries: [{ key: 'b', headers: {}, payload: 'b' }],
        newest: 50,
        etag: undefined,
      },
    ]);
    expect(asked).toHaveLength(2);
  });

  it('tells of what has no time, and goes on after it', async () => {
    const { list } = listOf({
      '/': { things: [thing('a', null)], next: '/2' },
      '/2': { things: [thing('b')] },
    });

    expect(toldIn(await walk(list))).toEqual(['a', 'b']);
  });

  it('looks further back where the list is sorted by another time', async () => {
    const created: Record<string, number> = { a: 95, b: 45, c: 40, d: 39 };
    const { list } = listOf(
      {
        '/': {
          things: [thing('a'), thing('b', 60), thing('c', 40)],
          next: '/2',
        },
        '/2': { things: [thing('d', 70)], next: '/3' },
      },
      { sortedBy: ({ id }) => created[id], lookBackMs: 10 },
    );

    expect(toldIn(await walk(list))).toEqual(['a', 'b', 'd']);
  });

  it('keeps an etag for a pass of one page only', async () => {
    const one = listOf({ '/': { things: [thing('a')], etag: '1' } });
    const two = listOf({
      '/': { things: [thing('a')], next: '/2', etag: '1' },
      '/2': { things: [], etag: '2' },
    });

    expect((await walk(one.list)).pop()).toMatchObject({ etag: '1' });
    expect(await walk(one.list, { etag: '1' })).toEqual([
      { status: 'page', deliveries: [], etag: '1' },
    ]);
    expect((await walk(two.list)).pop()).toMatchObject({ etag: undefined });
  });

  it('keeps no etag where something has just changed', async () => {
    const { list } = listOf({ '/': { things: [thing('a')], etag: '1' } });

    expect(await walk(list, { startedAt: 60_100 })).toMatchObject([
      { etag: undefined },
    ]);
    expect(await walk(list, { startedAt: 60_101 })).toMatchObject([
      { etag: '1' },
    ]);
  });

  it('resumes on the page it was on', async () => {
    const { list, asked } = listOf({
      '/': { things: [thing('a')], next: '/2' },
      '/2': { things: [thing('b')], etag: '2' },
    });
    const [cursor] = cursorsIn(await walk(list));

    const steps = await walk(list, { cursor });

    expect(toldIn(steps)).toEqual(['b']);
    expect(asked[2]).toMatchObject({ path: '/2' });
    expect(asked[2].etag).toBeUndefined();
    expect(steps).toMatchObject([{ etag: undefined }]);
  });

  it('does not tell again what it told before a fault in the middle of a page', async () => {
    const things = [
      thing('a', 90),
      thing('b', 80),
      thing('c', 80),
      thing('d', 70),
    ];
    let broken = 'd';
    const { list } = listOf(
      { '/': { things, etag: '1' } },
      {
        toDeliveries: async ({ id }) =>
          id === broken ? fault : [{ key: id, headers: {}, payload: id }],
      },
    );

    const first = await walk(list);
    broken = '';
    const [cursor] = cursorsIn(first);
    const second = await walk(list, { cursor });

    expect(toldIn(first)).toEqual(['a', 'b', 'c', 'fault']);
    expect(toldIn(second)).toEqual(['b', 'c', 'd']);
  });

  it('loses nothing where things come and go before it resumes', async () => {
    const pages = {
      '/': { things: [thing('a', 90), thing('b', 80), thing('c', 70)] },
    };
    let broken = 'c';
    const { list } = listOf(pages, {
      toDeliveries: async ({ id }) =>
        id === broken ? fault : [{ key: id, headers: {}, payload: id }],
    });
    const [cursor] = cursorsIn(await walk(list));
    broken = '';
    pages['/'].things = [thing('new', 95), thing('c', 70)];

    expect(toldIn(await walk(list, { cursor }))).toEqual(['c']);
  });

  it('can be resumed after some things of a long page', async () => {
    const things = Array.from({ length: 60 }, (_, index) =>
      thing(`t${index}`, 160 - index),
    );
    const { list } = listOf({ '/': { things } });

    const steps = await walk(list);
    const [first, second] = cursorsIn(steps);

    expect(toldIn(steps)).toHaveLength(60);
    expect(first).toBe('{"url":"/","below":136}');
    expect(toldIn(await walk(list, { cursor: second }))).toEqual(
      things.slice(49).map(({ id }) => id),
    );
  });

  it.each([
    { given: 'another shape', things: 'none', gives: 'unreadable' },
    { given: 'a fault', things: undefined, gives: 'limited' },
  ])('ends with a fault at $given', async ({ things, gives }) => {
    const { list } = listOf(things === undefined ? {} : { '/': { things } });

    expect(await walk(list)).toMatchObject([
      { status: 'fault', fault: { kind: gives } },
    ]);
  });

  it('begins anew where its cursor cannot be read', async () => {
    const { list } = listOf({ '/': { things: [thing('a')] } });

    expect(toldIn(await walk(list, { cursor: 'nonsense' }))).toEqual(['a']);
  });
});
