import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { GateRequest } from 'backstage-plugin-accountability-common';
import { FakeApi } from './FakeApi';
import { decisionOf } from './decisionOf';

/** What the server says to one request; it never answers where it hangs. */
export interface FakeAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  hangs?: boolean;
}

/** The route of gates over HTTP. */
export class FakeGates extends FakeApi {
  readonly requests: { route: string; token: string; body: GateRequest }[] = [];
  /** By the number of the request, counted from 1. */
  answer: (count: number) => FakeAnswer = () => ({});

  protected async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
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
  }
}
