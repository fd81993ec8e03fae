import { createServer, IncomingMessage, Server } from 'node:http';
import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { createCompany } from '../company/createCompany';
import { loadDemo } from './loadDemo';

const secrets = {
  githubSecret: 'github-secret',
  pagerdutySecret: 'pagerduty-secret',
  ingestToken: 'ingest-token',
};
const company = createCompany({
  now: Date.parse('2026-11-23T12:00:00Z'),
  services: 3,
  teams: 2,
  days: 30,
});

interface Seen {
  source: string;
  key: string;
  proven: boolean;
}

function read(request: IncomingMessage, body: string): Seen {
  const source = request.url?.split('/').at(-1) ?? '';
  const header = (name: string) => String(request.headers[name]);
  const hmac = (secret: string) =>
    createHmac('sha256', secret).update(body).digest('hex');
  switch (source) {
    case 'github':
      return {
        source,
        key: header('x-github-delivery'),
        proven:
          header('x-hub-signature-256') ===
          `sha256=${hmac(secrets.githubSecret)}`,
      };
    case 'pagerduty':
      return {
        source,
        key: header('x-webhook-id'),
        proven:
          header('x-pagerduty-signature') ===
          `v1=${hmac(secrets.pagerdutySecret)}`,
      };
    default:
      return {
        source,
        key: header('idempotency-key'),
        proven: header('authorization') === `Bearer ${secrets.ingestToken}`,
      };
  }
}

describe('loadDemo', () => {
  let server: Server;
  let baseUrl: string;
  let taken: Seen[];
  let answer: (count: number) => { status: number; body: object };

  beforeEach(async () => {
    taken = [];
    let count = 0;
    answer = () => ({ status: 202, body: { refused: [] } });
    server = createServer(async (request, response) => {
      const seen = read(request, await text(request));
      const { status, body } = answer(++count);
      if (status < 300) taken.push(seen);
      response.writeHead(status, { 'retry-after': '0.01' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    baseUrl = `http://127.0.0.1:${port}`;
  });

  afterEach(() => new Promise(done => server.close(done)));

  it('sends every delivery once, each proven as its source asks', async () => {
    const whole = [...company.deliveries()];

    const progress = await loadDemo({ ...secrets, baseUrl, company });

    expect(progress.deliveries).toBe(whole.length);
    expect(taken.filter(({ proven }) => !proven)).toEqual([]);
    expect(new Set(taken.map(({ key }) => key)).size).toBe(whole.length);
    expect(new Set(taken.map(({ source }) => source))).toEqual(
      new Set(['generic', 'github', 'pagerduty']),
    );
  });

  it('tries again while the receiver is not well', async () => {
    answer = count => ({ status: count % 5 === 0 ? 503 : 202, body: {} });

    const progress = await loadDemo({ ...secrets, baseUrl, company });

    expect(taken).toHaveLength(progress.deliveries);
  });

  it('goes on where an earlier load stopped', async () => {
    const whole = [...company.deliveries()].length;

    await loadDemo({ ...secrets, baseUrl, company, startAt: whole - 4 });

    expect(taken).toHaveLength(4);
  });

  it('stops with the reason where a delivery is refused', async () => {
    answer = () => ({ status: 401, body: { error: 'signature is wrong' } });

    await expect(loadDemo({ ...secrets, baseUrl, company })).rejects.toThrow(
      'signature is wrong',
    );
  });

  it('stops with the line and reason where a line of a batch is refused', async () => {
    answer = () => ({
      status: 202,
      body: { refused: [{ line: 3, because: 'unknown kind' }] },
    });

    await expect(loadDemo({ ...secrets, baseUrl, company })).rejects.toThrow(
      'line 3: unknown kind',
    );
  });
});
