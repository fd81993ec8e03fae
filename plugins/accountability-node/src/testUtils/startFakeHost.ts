import { createServer } from 'node:http';

/** A request as the fake host got it. */
export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** What it answers; `hang` never answers, `half` never ends, `cut` breaks the connection. */
export type FakeReply =
  | 'hang'
  | 'half'
  | 'cut'
  | { status?: number; headers?: Record<string, string>; body?: unknown };

/** A host on this machine that answers as a test says. */
export async function startFakeHost(
  reply: (request: FakeRequest) => FakeReply,
) {
  const requests: FakeRequest[] = [];
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part);
    const url = new URL(req.url ?? '/', 'http://fake');
    const request = {
      method: req.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      body: Buffer.concat(parts).toString(),
    };
    requests.push(request);
    const answer = reply(request);
    if (answer === 'hang') return;
    if (answer === 'half') {
      res.write('{"half":');
      return;
    }
    if (answer === 'cut') {
      req.socket.destroy();
      return;
    }
    const { status = 200, headers = {}, body } = answer;
    res.writeHead(status, headers);
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** A fake host that is up. */
export type FakeHost = Awaited<ReturnType<typeof startFakeHost>>;
