import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { FakeApi } from './FakeApi';

/** The routes of backtests over HTTP; each look gives the next of `steps`, and the last for ever. */
export class FakeBacktests extends FakeApi {
  readonly requests: { route: string; body: string }[] = [];
  steps: { status?: number; body: Partial<BacktestResponse> | object }[] = [];

  protected async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await text(request);
    this.requests.push({ route: `${request.method} ${request.url}`, body });
    const last = this.steps.length - 1;
    const step = this.steps[Math.min(this.requests.length - 1, last)];
    response.writeHead(step.status ?? 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(step.body));
  }
}
