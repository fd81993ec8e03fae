import { createServer, Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { GateRequest } from 'backstage-plugin-accountability-common';
import { decisionOf } from './decisionOf';

/** What the server says to one request; it never answers where it hangs. */
export interface FakeAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  hangs?: boolean;
}

/** The route of gates over HTTP. */
export class FakeGates {
  readonly requests: { route: string; token: string; body: GateRequest }[] = [];
  /** By the number of the request, counted from 1. */
  answer: (count: number) => FakeAnswer = () => ({});
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      this.requests.push({
        route: `${request.method} ${request.url}`,
        token: String(request.headers.authorization),
        body: JSON.parse(await text(request)),
      });
      const said = this.answer(this.requests.length);
      if (said.hangs) return;
      const { status = 200, body = decisionOf(), headers } = said;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done));
    const address = this.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://127.0.0.1:${port}/api/accountability`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }
}
