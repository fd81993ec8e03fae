import { createHmac } from 'node:crypto';
import { request as ask } from 'node:http';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { Express } from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { testIntake } from '../__testUtils__/testIntake';
import { readSourceHealth } from '../health/readSourceHealth';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const limits = { perMinute: 2, refusedPerMinute: 3, knowsAddresses: true };

function deliver(app: Express, number: number, secret = 'new') {
  const body = JSON.stringify({ number });
  return request(app)
    .post('/deliveries/github')
    .set('content-type', 'application/json')
    .set('x-github-event', 'ping')
    .set('x-github-delivery', `${number}`)
    .set(
      'x-hub-signature-256',
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    )
    .send(body);
}

describe.each(databases.eachSupportedId())('a limited intake on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const start = () => testIntake(knex, [createGithubSource(['new'])], limits);

  it('keeps what it acknowledged, and counts what it sent away in the health of the source', async () => {
    const { app, tally } = start();

    const answers = [
      await deliver(app, 1),
      await deliver(app, 2),
      await deliver(app, 3),
    ];
    await tally.flush(knex);

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
    expect(answers[2].headers['retry-after']).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(answers[2].body.error).toMatchObject({
      name: 'TooManyDeliveriesError',
      message: expect.stringContaining('send this one again in'),
    });
    const kept: { id: string }[] = await knex('deliveries').select('id');
    expect(kept.map(each => each.id).sort()).toEqual(
      answers.slice(0, 2).map(({ body }) => body.id),
    );
    expect(
      await readSourceHealth(knex, { now: Date.now(), on: [] }),
    ).toMatchObject([{ source: 'github', limited: 1, refused: 0 }]);
  });

  it('takes all that its sender may send while a stranger sends without the secret', async () => {
    const { app } = start();
    const stranger: number[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const { status } = await deliver(app, number, 'wrong');
      stranger.push(status);
    }
    const elsewhere = testIntake(knex, [createGithubSource(['new'])], {
      ...limits,
      refusedPerMinute: 100,
    });
    for (const number of [1, 2, 3, 4, 5]) {
      await deliver(elsewhere.app, number, 'wrong');
    }

    const sender = [
      await deliver(elsewhere.app, 6),
      await deliver(elsewhere.app, 7),
    ];

    expect(stranger).toEqual([401, 401, 401, 429, 429]);
    expect(sender.map(({ status }) => status)).toEqual([202, 202]);
  });

  it('answers before it has read the body', async () => {
    const { app } = start();
    const server = app.listen(0, '127.0.0.1');
    await deliver(app, 1);
    await deliver(app, 2);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const status = await new Promise((resolve, reject) => {
      const asked = ask(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/deliveries/github',
          headers: { 'content-length': '20000000' },
        },
        answer => {
          resolve(answer.statusCode);
          asked.destroy();
        },
      );
      asked.on('error', reject);
      // Nothing of the twenty megabytes is ever sent.
      asked.flushHeaders();
    });

    expect(status).toBe(429);
    server.closeAllConnections();
    await new Promise(closed => server.close(closed));
  });
});
