import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';

/** A server of the plugin's routes over HTTP, on a free port of this host; what it says is up to who extends it. */
export abstract class FakeApi {
  private readonly server: Server = createServer(async (request, response) =>
    this.handle(request, response),
  );

  protected abstract handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void>;

  /** Gives the address of the plugin. */
  async start(): Promise<string> {
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done));
    const address = this.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://127.0.0.1:${port}/api/accountability`;
  }

  /** Cuts off who is still waiting for an answer. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }
}
