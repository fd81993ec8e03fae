import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { IncomingDelivery } from 'backstage-plugin-accountability-node';

/** A place for webhooks that keeps what it is sent. */
export interface DeliveryReceiver {
  url: string;
  /** The first `count` deliveries, once they are here. */
  take(count: number): Promise<IncomingDelivery[]>;
  stop(): Promise<void>;
}

const MOST_WAIT_MS = 20_000;

/** Listens for webhooks and answers each as the intake does. */
export async function receiveDeliveries(): Promise<DeliveryReceiver> {
  const received: IncomingDelivery[] = [];
  const arrivals = new EventEmitter();
  const server = http.createServer(async (req, res) => {
    const headers = Object.fromEntries(
      Object.entries(req.headers).map(([name, value]) => [name, `${value}`]),
    );
    const body = await buffer(req);
    received.push({ headers, body, receivedAt: Date.now() });
    res.writeHead(202).end();
    arrivals.emit('arrival');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    take: async count => {
      const signal = AbortSignal.timeout(MOST_WAIT_MS);
      while (received.length < count) {
        await once(arrivals, 'arrival', { signal });
      }
      return received.slice(0, count);
    },
    stop: async () => {
      await new Promise(resolve => server.close(resolve));
    },
  };
}
