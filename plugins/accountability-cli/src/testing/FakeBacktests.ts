import { createServer, Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { BacktestResponse } from 'backstage-plugin-accountability-common';

/** The routes of backtests over HTTP; each look gives the next of `steps`, and the last for ever. */
export class FakeBacktests {
  readonly requests: { route: string; body: string }[] = [];
  steps: { status?: number; body: Partial<BacktestResponse> | object }[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const body = await text(request);
      this.requests.push({ route: `${request.method} ${request.url}`, body });
      const last = this.steps.length - 1;
      const step = this.steps[Math.min(this.requests.length - 1, last)];
      response.writeHead(step.status ?? 200, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(step.body));
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
