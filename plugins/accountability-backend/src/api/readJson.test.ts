import express from 'express';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { readJson } from './readJson';

const app = express()
  .use(readJson)
  .post('/', (req, res) => res.json(req.body))
  .use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );

const post = (body: string) =>
  request(app).post('/').set('content-type', 'application/json').send(body);

describe('a JSON body', () => {
  it('is read up to 64 KB', async () => {
    const { status, body } = await post(`{"reason":"${'x'.repeat(60_000)}"}`);

    expect([status, body.reason.length]).toEqual([200, 60_000]);
  });

  it.each([
    {
      given: 'one of more than 64 KB',
      sent: `{"reason":"${'x'.repeat(66_000)}"}`,
      gives: 413,
      saying:
        'The body is larger than 65536 bytes, the most that is taken here; shorten what it says',
    },
    {
      given: 'one that is cut off',
      sent: '{"reason":',
      gives: 400,
      saying: expect.stringMatching(/^The body is not JSON that can be read: /),
    },
  ])('is refused where it is $given', async ({ sent, gives, saying }) => {
    const { status, body } = await post(sent);

    expect([status, body.error.message]).toEqual([gives, saying]);
  });
});
