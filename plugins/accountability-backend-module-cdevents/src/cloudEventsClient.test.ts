import { createServer, Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import {
  Collected,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { createCdeventsSource } from './createCdeventsSource';
import { cdEventOf, GivenCdEvent } from './testUtils/cdEventOf';

const source = createCdeventsSource(['secret']);
const authorization = 'Bearer secret';

interface Taken {
  isGenuine: boolean;
  id: string | undefined;
  collected: Collected;
}

const deployed: GivenCdEvent = {
  type: 'service.deployed.0.3.0',
  at: '10:00',
  subject: 'zahlungen-€',
  content: {
    environment: { id: 'production' },
    artifactId: 'pkg:docker/acme/payments@1.4.0',
  },
};

/** As the SDKs of CDEvents make it of a CDEvent. */
function cloudEventOf(given: GivenCdEvent) {
  const data = cdEventOf(given);
  const { id, source: from, type, timestamp } = data.context;
  return new CloudEvent({
    id,
    source: from,
    type,
    time: timestamp,
    datacontenttype: 'application/json',
    data,
  });
}

describe("deliveries of CloudEvents' own client", () => {
  let server: Server;
  let url: string;
  let taken: Taken[];

  beforeEach(async () => {
    taken = [];
    server = createServer(async (request, response) => {
      const headers: Record<string, string | undefined> = {};
      for (const [name, value] of Object.entries(request.headers)) {
        headers[name] = Array.isArray(value) ? value.join(',') : value;
      }
      const body = await buffer(request);
      const delivery: IncomingDelivery = { headers, body, receivedAt: 0 };
      taken.push({
        isGenuine: source.verify(delivery).ok,
        id: source.identify(delivery),
        collected: source.collect(delivery),
      });
      response.writeHead(202).end();
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    url = `http://127.0.0.1:${port}`;
  });

  afterEach(() => new Promise(done => server.close(done)));

  const event = {
    kind: 'deployment',
    subject: 'cdevents:/ci#zahlungen-€',
    environment: 'production',
    version: '1.4.0',
  };
  const id =
    '["/ci","service.deployed.0.3.0@10:00","dev.cdevents.service.deployed.0.3.0"]';

  it.each([
    { given: 'binary', mode: Mode.BINARY },
    { given: 'structured', mode: Mode.STRUCTURED },
  ])('are read in $given mode', async ({ mode }) => {
    const emit = emitterFor(httpTransport(url), { binding: HTTP, mode });

    await emit(cloudEventOf(deployed), { headers: { authorization } });

    expect(taken).toMatchObject([
      { isGenuine: true, id, collected: { events: [event] } },
    ]);
  });

  it('are read with their data in base64', async () => {
    const emit = emitterFor(httpTransport(url), {
      binding: HTTP,
      mode: Mode.STRUCTURED,
    });
    const binaryData = cloudEventOf(deployed).cloneWith({
      data: new Uint8Array(Buffer.from(JSON.stringify(cdEventOf(deployed)))),
    });

    await emit(binaryData, { headers: { authorization } });

    expect(taken).toMatchObject([{ id, collected: { events: [event] } }]);
  });

  it('are read as a batch, with what is no CDEvent refused', async () => {
    const events = [
      cloudEventOf(deployed),
      new CloudEvent({
        source: '/ci',
        type: 'dev.cdevents.build.queued.0.3.0',
      }),
      cloudEventOf({ ...deployed, at: '11:00' }),
    ];
    const body = `[${events.map(one => HTTP.structured(one).body).join(',')}]`;

    await fetch(url, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/cloudevents-batch+json',
      },
      body,
    });

    expect(taken).toMatchObject([
      {
        isGenuine: true,
        id: undefined,
        collected: { events: [event, event], refused: [{ line: 2 }] },
      },
    ]);
  });

  it('are known for strangers without the token', async () => {
    const emit = emitterFor(httpTransport(url));

    await emit(cloudEventOf(deployed));

    expect(taken).toMatchObject([{ isGenuine: false }]);
  });
});
