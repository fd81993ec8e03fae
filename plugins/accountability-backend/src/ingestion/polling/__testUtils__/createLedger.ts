import {
  createWebhookSource,
  defineCollector,
  OutsideFault,
  Poller,
  PolledPage,
  PollRequest,
  PollStep,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A thing of the outside system. `at` is when it changed, null where it does not say. */
export interface Thing {
  subject: string;
  id: string;
  at: number | null;
  version: number;
}

const collector = defineCollector({
  event: 'thing',
  schema: z.object({
    subject: z.string(),
    id: z.string(),
    at: z.number().nullable(),
    version: z.number(),
  }),
  collect: ({ subject, id, at, version }) => ({
    events: [
      {
        kind: 'alert',
        record: `test:thing:${id}`,
        subject,
        at: new Date(at ?? 0).toISOString(),
        state: 'firing',
        title: `version ${version}`,
      },
    ],
  }),
});

/** The source that reads things. */
export const ledgerSource = createWebhookSource({
  id: 'test',
  keepHeaders: ['x-type'],
  verify: () => ({ ok: false, because: 'Nobody sends' }),
  identify: () => undefined,
  readType: ({ headers }) => headers['x-type'],
  collectors: [collector],
});

/** An outside system whose things are polled, newest first, two a page, and what it was asked. */
export function createLedger() {
  const things: Thing[] = [];
  const asked: PollRequest[] = [];
  const hooks = {
    /** Says what goes wrong; called before each page. */
    trouble: (_: PollRequest, __: number): OutsideFault | undefined =>
      undefined,
    /** Awaited before each page. */
    before: async (_: PollRequest) => {},
  };
  const pageOf = (request: PollRequest, offset: number): PolledPage => {
    const changed = things
      .filter(({ subject }) =>
        [request.subject, ''].includes(request.subject && subject),
      )
      .filter(({ at }) => at === null || at >= request.from)
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
    const page = changed.slice(offset, offset + 2);
    const times = page.flatMap(({ at }) => (at === null ? [] : [at]));
    const ended = changed.length <= offset + 2;
    return {
      status: 'page',
      deliveries: page.map(thing => ({
        key: thing.id,
        headers: { 'x-type': 'thing', 'x-secret': 'never kept' },
        payload: thing,
      })),
      newest: times.length > 0 ? Math.max(...times) : undefined,
      next: ended ? undefined : String(offset + 2),
      etag: ended ? `etag-${things.length}` : undefined,
    };
  };
  async function* poll(request: PollRequest): AsyncGenerator<PollStep> {
    asked.push(request);
    let offset = Number(request.cursor ?? '0');
    for (;;) {
      await hooks.before(request);
      const fault = hooks.trouble(request, offset);
      if (fault) {
        yield { status: 'fault', fault };
        return;
      }
      const page = pageOf(request, offset);
      yield page;
      if (page.next === undefined) return;
      offset += 2;
    }
  }
  const poller: Poller = {
    source: 'test',
    subjectPrefix: 'test:',
    streams: [{ id: 'things', scope: 'subject', poll }],
    settings: { everyMs: 60_000, overlapMs: 10_000, sinceMs: 100_000 },
  };
  return { things, asked, hooks, poller, poll };
}
