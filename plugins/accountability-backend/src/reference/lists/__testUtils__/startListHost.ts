import { createServer } from 'node:http';

/** What a host answers. */
export interface ListReply {
  status?: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** Breaks the connection before all that was promised came. */
  isCut?: boolean;
}

/** A host on this machine that gives its replies in turn, the last one again and again. It answers 304 to the etag of a reply. */
export async function startListHost() {
  const host = {
    replies: [{}] as ListReply[],
    /** Etags that it was asked with; undefined for none. */
    asked: [] as (string | undefined)[],
    /** Called before it answers. */
    onAsked: async () => {},
  };
  const server = createServer(async (request, response) => {
    const etag = request.headers['if-none-match'];
    host.asked.push(etag);
    await host.onAsked();
    const [reply] = host.replies;
    if (host.replies.length > 1) host.replies.shift();
    const { status = 200, headers = {}, body = '', isCut } = reply;
    if (etag !== undefined && etag === headers.etag) {
      response.writeHead(304).end();
      return;
    }
    const bytes = Buffer.from(body);
    const length = bytes.length + (isCut ? 10 : 0);
    response.writeHead(status, { ...headers, 'content-length': length });
    if (isCut) response.write(bytes, () => request.socket.destroy());
    else response.end(bytes);
  });
  await new Promise<void>(ready => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(host, {
    url: `http://127.0.0.1:${port}/list`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(closed => {
        server.close(closed);
      });
    },
  });
}
