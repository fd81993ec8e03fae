import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Replay, ReplayRequest } from 'backstage-plugin-accountability-common';
import { FakeApi } from './FakeApi';

/** One request as it reached the server. */
export interface ReceivedRequest {
  route: string;
  token: string;
  body: ReplayRequest | undefined;
}

/** The routes of replays over HTTP; a replay is at the next of `steps` each time it is asked for. */
export class FakeReplays extends FakeApi {
  readonly requests: ReceivedRequest[] = [];
  replays: Replay[] = [];
  steps: Partial<Replay>[] = [];
  /** What the server is made to answer instead to a request, counted from 1. */
  trouble: (count: number) => { status: number; message: string } | undefined =
    () => undefined;

  protected async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const received = readRequest(request, await text(request));
    this.requests.push(received);
    const trouble = this.trouble(this.requests.length);
    const status = trouble?.status ?? 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    const answer = trouble
      ? {
          error: { name: 'Error', message: trouble.message },
          response: { statusCode: status },
        }
      : this.answer(received);
    response.end(JSON.stringify(answer));
  }

  private answer({ route }: ReceivedRequest): unknown {
    if (route === 'GET /replays') return { replays: this.replays };
    const [replay] = this.replays;
    if (route.startsWith('GET /replays/')) {
      this.replays[0] = { ...replay, ...this.steps.shift() };
    }
    if (route.endsWith('/cancellation') && replay.status === 'running') {
      this.replays[0] = { ...replay, status: 'cancelled' };
    }
    return this.replays[0];
  }
}

function readRequest(request: IncomingMessage, body: string): ReceivedRequest {
  const path = request.url?.replace('/api/accountability', '');
  return {
    route: `${request.method} ${path}`,
    token: String(request.headers.authorization),
    body: body ? JSON.parse(body) : undefined,
  };
}
